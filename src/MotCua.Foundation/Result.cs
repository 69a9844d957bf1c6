namespace MotCua.Foundation;

/// <summary>
/// An expected refusal: a stable code for programs and a Vietnamese sentence for people.
/// <paramref name="Text"/> is a format string and doubles as the key of its translation; <paramref name="Args"/> fill it.
/// </summary>
public sealed record Error(string Code, string Text, params object[] Args)
{
    /// <summary>The form field the refusal speaks about, when there is one.</summary>
    public string? Field { get; init; }

    public string Message => Args.Length == 0 ? Text : string.Format(Text, Args);

    public Error At(string field) => this with { Field = field };

    public override string ToString() => $"{Code}: {Message}";
}

/// <summary>What a use case or a domain verb answers: done, or why not.</summary>
public class Result
{
    private static readonly Result Success = new(null);

    protected Result(Error? error) => Error = error;

    public Error? Error { get; }

    public bool Succeeded => Error is null;

    public static Result Ok() => Success;

    public static Result<T> Ok<T>(T value) => new(value, null);

    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A result that carries a value when it succeeded.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    internal Result(T? value, Error? error)
        : base(error) => this.value = value;

    /// <exception cref="InvalidOperationException">The result is a refusal; ask <see cref="Result.Succeeded"/> first.</exception>
    public T Value => Succeeded ? value! : throw new InvalidOperationException(Error!.ToString());

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);
}

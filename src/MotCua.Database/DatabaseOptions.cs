namespace MotCua.Database;

/// <summary>Where the data live: a private cluster under <see cref="Home"/>, or the server that <see cref="Server"/> names.</summary>
public sealed record DatabaseOptions
{
    /// <summary>The folder of the private cluster, uploaded files and keys (MOTCUA_HOME, default ".local").</summary>
    public required string Home { get; init; }

    /// <summary>A Npgsql connection string (MOTCUA_DATABASE); null means the private cluster.</summary>
    public string? Server { get; init; }

    /// <summary>The folder that holds initdb and pg_ctl (MOTCUA_POSTGRES); null means: look in the usual places.</summary>
    public string? Binaries { get; init; }

    /// <summary>Data may be lost when the machine loses power. For tests only.</summary>
    public bool Unsafe { get; init; }

    public static DatabaseOptions FromEnvironment() => new()
    {
        Home = Path.GetFullPath(Variable("MOTCUA_HOME") ?? ".local"),
        Server = Variable("MOTCUA_DATABASE"),
        Binaries = Variable("MOTCUA_POSTGRES"),
    };

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;
}

using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MotCua.Foundation;

/// <summary>A typed id over a UUIDv7: the compiler keeps an officer's id out of a dossier's place.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public static class Ids
{
    /// <summary>A new UUIDv7; ids are made by the program, so that a whole aggregate is written in one batch.</summary>
    public static Guid New() => Guid.CreateVersion7();

    public static T New<T>()
        where T : struct, ITypedId<T> => T.From(Guid.CreateVersion7());
}

public sealed class TypedIdConverter<T>() : ValueConverter<T, Guid>(id => ValueOf(id), value => From(value))
    where T : struct, ITypedId<T>
{
    private static Guid ValueOf(T id) => id.Value;

    private static T From(Guid value) => T.From(value);
}

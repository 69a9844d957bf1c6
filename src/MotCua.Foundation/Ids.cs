using System.Buffers.Binary;
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
    // One bit below the variant: counting up from a value without it never reaches the variant.
    private const ulong Headroom = 1UL << 61;

    [ThreadStatic]
    private static ulong high;

    [ThreadStatic]
    private static ulong low;

    [ThreadStatic]
    private static long madeAt;

    /// <summary>
    /// A new UUIDv7; ids are made by the program, so that a whole aggregate is written in one batch. Within a millisecond a
    /// thread counts up from its last random value (RFC 9562, 6.2): asking the system for randomness every time slows imports.
    /// </summary>
    public static Guid New()
    {
        Span<byte> bytes = stackalloc byte[16];
        var tick = Environment.TickCount64;
        if (high == 0 || tick != madeAt)
        {
            _ = Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
            high = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            low = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) & ~Headroom;
            madeAt = tick;
        }
        else
        {
            low++;
        }

        BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }

    public static T New<T>()
        where T : struct, ITypedId<T> => T.From(New());
}

public sealed class TypedIdConverter<T>() : ValueConverter<T, Guid>(id => ValueOf(id), value => From(value))
    where T : struct, ITypedId<T>
{
    private static Guid ValueOf(T id) => id.Value;

    private static T From(Guid value) => T.From(value);
}

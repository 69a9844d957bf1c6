using Npgsql;
using NpgsqlTypes;

namespace MotCua.Dossiers.Ledger;

/// <summary>One column of a COPY: its name, and how a row's value is read and written.</summary>
internal abstract class CopyColumn<T>(string name)
{
    public string Name => name;

    public abstract object? Value(T row);

    public abstract void Write(NpgsqlBinaryImporter writer, T row);
}

/// <summary>The kinds of columns. Values go out with their own types: boxing each of them costs an import a third of its time.</summary>
internal static class CopyColumns<T>
{
    public static CopyColumn<T> Uuid(string name, Func<T, Guid?> value) => new OfValue<Guid>(name, NpgsqlDbType.Uuid, value);

    public static CopyColumn<T> Uuids(string name, Func<T, Guid[]?> value) => new OfReference<Guid[]>(name, NpgsqlDbType.Array | NpgsqlDbType.Uuid, value);

    public static CopyColumn<T> Text(string name, Func<T, string?> value) => new OfReference<string>(name, NpgsqlDbType.Text, value);

    public static CopyColumn<T> Json(string name, Func<T, string?> value) => new OfReference<string>(name, NpgsqlDbType.Json, value);

    public static CopyColumn<T> Jsonb(string name, Func<T, string?> value) => new OfReference<string>(name, NpgsqlDbType.Jsonb, value);

    public static CopyColumn<T> Bytes(string name, Func<T, byte[]?> value) => new OfReference<byte[]>(name, NpgsqlDbType.Bytea, value);

    public static CopyColumn<T> Time(string name, Func<T, DateTimeOffset?> value) => new OfValue<DateTime>(name, NpgsqlDbType.TimestampTz, row => value(row)?.UtcDateTime);

    public static CopyColumn<T> Day(string name, Func<T, DateOnly?> value) => new OfValue<DateOnly>(name, NpgsqlDbType.Date, value);

    public static CopyColumn<T> Int(string name, Func<T, int?> value) => new OfValue<int>(name, NpgsqlDbType.Integer, value);

    public static CopyColumn<T> Long(string name, Func<T, long?> value) => new OfValue<long>(name, NpgsqlDbType.Bigint, value);

    public static CopyColumn<T> Flag(string name, Func<T, bool?> value) => new OfValue<bool>(name, NpgsqlDbType.Boolean, value);

    private sealed class OfValue<TValue>(string name, NpgsqlDbType type, Func<T, TValue?> value) : CopyColumn<T>(name)
        where TValue : struct
    {
        public override object? Value(T row) => value(row);

        public override void Write(NpgsqlBinaryImporter writer, T row)
        {
            if (value(row) is { } known)
            {
                writer.Write(known, type);
            }
            else
            {
                writer.WriteNull();
            }
        }
    }

    private sealed class OfReference<TValue>(string name, NpgsqlDbType type, Func<T, TValue?> value) : CopyColumn<T>(name)
        where TValue : class
    {
        public override object? Value(T row) => value(row);

        public override void Write(NpgsqlBinaryImporter writer, T row)
        {
            if (value(row) is { } known)
            {
                writer.Write(known, type);
            }
            else
            {
                writer.WriteNull();
            }
        }
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace MotCua.Dossiers.Ledger;

/// <summary>
/// Two lines that are equal as JSON have one hash: the order of members, white space, escapes and the writing of numbers
/// (5, 5.0) make no difference. 128 bits of SHA-256.
/// </summary>
internal static class LineHash
{
    public const int Size = 16;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? json;

    public static UInt128 Of(JsonElement line)
    {
        buffer ??= new ArrayBufferWriter<byte>(4096);
        buffer.ResetWrittenCount();
        json ??= new Utf8JsonWriter(buffer);
        json.Reset(buffer);
        Write(json, line);
        json.Flush();
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.WrittenSpan, hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public static byte[] Bytes(UInt128 hash)
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, hash);
        return bytes;
    }

    public static UInt128 Of(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt128BigEndian(bytes);

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                WriteMembers(writer, value);
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String when JsonMarshal.GetRawUtf8Value(value) is var quoted && !quoted.Contains((byte)'\\'):
                writer.WriteStringValue(quoted[1..^1]);
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(value.GetString());
                break;
            case JsonValueKind.Number when value.TryGetDecimal(out var number):
                // Dividing by a one of full scale takes the trailing zeros away.
                writer.WriteNumberValue(number / 1.0000000000000000000000000000m);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteMembers(Utf8JsonWriter writer, JsonElement value)
    {
        var members = new JsonProperty[value.GetPropertyCount()];
        var plain = true;
        var i = 0;
        foreach (var member in value.EnumerateObject())
        {
            members[i++] = member;
            plain &= IsPlain(JsonMarshal.GetRawUtf8PropertyName(member));
        }

        // Names of plain letters sort alike as they stand and as text.
        Array.Sort(members, plain
            ? static (a, b) => JsonMarshal.GetRawUtf8PropertyName(a).SequenceCompareTo(JsonMarshal.GetRawUtf8PropertyName(b))
            : static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var member in members)
        {
            if (plain)
            {
                writer.WritePropertyName(JsonMarshal.GetRawUtf8PropertyName(member));
            }
            else
            {
                writer.WritePropertyName(member.Name);
            }

            Write(writer, member.Value);
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> name) => Ascii.IsValid(name) && !name.Contains((byte)'\\');
}

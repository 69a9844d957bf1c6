using System.Text.Json;
using System.Text.Json.Serialization;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>An array in the shape of data/procedures.json; "line" in a problem is the line on which the object begins.</summary>
internal static class ProcedureJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static IReadOnlyList<ImportedProcedure> Read(Stream stream, ImportProblems problems)
    {
        var bytes = WithoutMark(stream);
        var rows = new List<ImportedProcedure>();
        foreach (var (line, json) in Objects(bytes, problems))
        {
            if (json.Length > ImportFile.LongestLine)
            {
                problems.Add(line, $"một thủ tục dài quá {Vietnamese.Number(ImportFile.LongestLine)} byte");
            }
            else if (Parse(line, json, problems) is { } procedure)
            {
                rows.Add(procedure);
            }
        }

        return rows;
    }

    private static ImportedProcedure? Parse(int line, ReadOnlySpan<byte> json, ImportProblems problems)
    {
        PortalProcedure portal;
        try
        {
            portal = JsonSerializer.Deserialize<PortalProcedure>(json, Options)!;
        }
        catch (JsonException e)
        {
            problems.Add(line + (int)(e.LineNumber ?? 0), $"không đọc được{(e.Path is { Length: > 2 } path ? $" {path[2..]}" : "")}: giá trị sai kiểu, thiếu hoặc lạ");
            return null;
        }

        var faults = ImportedProcedure.Faults(portal.Code, portal.Name, ProcedureErrors.LongestName).Concat(portal.Faults()).ToList();
        foreach (var fault in faults)
        {
            problems.Add(line, fault);
        }

        return faults.Count > 0 ? null : new ImportedProcedure(line, portal.Code)
        {
            Text = portal.ToText(), DecisionNo = portal.DecisionNo, Whole = true,
        };
    }

    private static byte[] WithoutMark(Stream stream)
    {
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.ToArray();
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
    }

    // The objects of the array, each with the line on which it begins; a broken file ends the list with a problem.
    private static List<(int Line, byte[] Json)> Objects(byte[] bytes, ImportProblems problems)
    {
        var objects = new List<(int, byte[])>();
        var lines = new LineCounter(bytes);
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                problems.Add(1, "tệp phải là một mảng JSON các thủ tục");
                return objects;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var start = (int)reader.TokenStartIndex;
                var isObject = reader.TokenType == JsonTokenType.StartObject;
                reader.Skip();
                if (isObject)
                {
                    objects.Add((lines.At(start), bytes[start..(int)reader.BytesConsumed]));
                }
                else
                {
                    problems.Add(lines.At(start), "mỗi phần tử phải là một đối tượng JSON");
                }
            }

            reader.Read();
        }
        catch (JsonException e)
        {
            problems.Add((int)(e.LineNumber ?? 0) + 1, "JSON hỏng ở dòng này");
        }

        return objects;
    }

    private sealed class LineCounter(byte[] bytes)
    {
        private int at;
        private int line = 1;

        public int At(int offset)
        {
            line += bytes.AsSpan(at, offset - at).Count((byte)'\n');
            at = offset;
            return line;
        }
    }
}

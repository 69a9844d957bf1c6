using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MotCua.Foundation;

namespace MotCua.Calendar;

/// <summary>One case a line in, one answer a line out: the clock as other programs ask it (contract, section 4).</summary>
public static class ClockBatch
{
    /// <summary>A longer line is wrong and is not read.</summary>
    public const int LongestLine = 1_000_000;

    // An explanation of more days than a year tells only of the days that were not plainly counted.
    private const int LongestFullExplanation = 366;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The answer to a line longer than <see cref="LongestLine"/> bytes.</summary>
    public static string TooLong => Wrong(null, "dòng dài quá 1 MB");

    /// <summary>The answer to one line, without its line end; never throws for what the line says.</summary>
    public static string Answer(string line, DateTimeOffset now, DeadlineClock clock)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Answer(Encoding.UTF8.GetBytes(line), now, clock);
    }

    /// <summary>The answer to one line of UTF-8 bytes.</summary>
    public static string Answer(ReadOnlyMemory<byte> line, DateTimeOffset now, DeadlineClock clock)
    {
        if (line.Length > LongestLine)
        {
            return TooLong;
        }

        string? id = null;
        try
        {
            using var document = JsonDocument.Parse(line, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                return Wrong(null, "dòng phải là một đối tượng JSON");
            }

            id = ReadId(document.RootElement);
            if (id is null)
            {
                return Wrong(null, "thiếu “id”, phải là chữ hoặc số");
            }

            var (asked, error) = ClockCase.Read(document.RootElement, now);
            return asked is null ? Wrong(id, error!) : Right(id, asked, clock);
        }
        catch (JsonException)
        {
            return Wrong(id, "dòng không phải JSON hợp lệ");
        }
        catch (CalendarRangeException tooFar)
        {
            return Wrong(id, tooFar.Message);
        }
        catch (InvalidOperationException)
        {
            // A string that holds half a surrogate pair or bytes that are no UTF-8.
            return Wrong(id, "dòng có chữ không đọc được (không phải UTF-8)");
        }
    }

    /// <summary>The verdict of a case: <see cref="Verdict.None"/> without a limit, else by the basis asked for.</summary>
    public static Verdict Judge(ClockCase asked, Deadline deadline, DeadlineClock clock)
    {
        if (deadline.DueDay is null)
        {
            return Verdict.None;
        }

        var extended = asked.ByExtension ? asked.ExtendedDue : null;
        return asked.Finished is { } finish
            ? clock.JudgeFinish(deadline, finish, asked.StoppedAt, extended)
            : clock.JudgePending(deadline, asked.At, asked.StoppedAt, extended);
    }

    // The JSON text of the id, so that a number comes back as a number.
    private static string? ReadId(JsonElement line) => line.TryGetProperty("id", out var id)
        ? id.ValueKind switch
        {
            JsonValueKind.String => JsonEncodedText.Encode(id.GetString()!, Plain.Encoder) is var text ? $"\"{text}\"" : null,
            JsonValueKind.Number => id.GetRawText(),
            _ => null,
        }
        : null;

    private static string Right(string id, ClockCase asked, DeadlineClock clock)
    {
        var dossier = new DeadlineCase(asked.Received, asked.Limit, asked.Stops, asked.Finished ?? asked.At);
        var deadline = clock.Run(dossier);
        return Line(json =>
        {
            json.WritePropertyName("id");
            json.WriteRawValue(id);
            json.WriteString("due", deadline.DueDay is { } due ? OffsetTime.Text(due) : null);
            json.WriteString("due_at", deadline.DueAt is { } at ? OffsetTime.Text(at) : null);
            json.WriteString("verdict", Snake.Text(Judge(asked, deadline, clock)));
            json.WriteStartArray("explanation");
            Explain(json, clock.Explain(dossier));
            json.WriteEndArray();
        });
    }

    // The receipt is the asker's own word and is told only when its day does not count.
    private static void Explain(Utf8JsonWriter json, IReadOnlyList<ExplainedDay> days)
    {
        foreach (var day in days)
        {
            var onRestDay = day is { Kind: ExplainedKind.Received, Why: not null } && day.Why != Explanation.AfterHours;
            if ((day.Kind == ExplainedKind.Received && !onRestDay)
                || (day.Kind == ExplainedKind.Counted && days.Count > LongestFullExplanation))
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteString("day", OffsetTime.Text(day.Day));
            json.WriteString("kind", Snake.Text(onRestDay ? ExplainedKind.Skipped : day.Kind));
            if (day.Number is { } number)
            {
                json.WriteNumber("number", number);
            }

            if (day.Why is not null)
            {
                json.WriteString("why", day.Why);
            }

            json.WriteEndObject();
        }
    }

    private static string Wrong(string? id, string error) => Line(json =>
    {
        json.WritePropertyName("id");
        json.WriteRawValue(id ?? "null");
        json.WriteString("error", error);
    });

    private static string Line(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Reports;

/// <summary>A report and a list as JSON, in the shapes of CONTRACT 5.</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true };

    public static void Write(Stream output, Report report)
    {
        using var json = new Utf8JsonWriter(output, Writing);
        json.WriteStartObject();
        json.WriteString("form", report.Form);
        json.WriteStartObject("agency");
        json.WriteString("code", report.AgencyCode);
        json.WriteString("name", report.AgencyName);
        json.WriteEndObject();
        json.WriteString("from", Day(report.Period.From));
        json.WriteString("to", Day(report.Period.To));
        json.WriteString("at", Instant(report.Period.End));
        json.WriteString("basis", report.Basis.Text());
        json.WriteStartArray("rows");
        foreach (var row in report.Rows)
        {
            json.WriteStartObject();
            if (report.Grouping is { } grouping)
            {
                json.WriteString(grouping.Text(), row.Key);
                json.WriteString("name", row.Name);
            }

            WriteCells(json, row);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("totals");
        WriteCells(json, report.Totals);
        json.WriteEndObject();
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            json.WriteStartObject();
            json.WriteString("rule", check.Rule);
            json.WriteBoolean("ok", check.Ok);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="output">Where the JSON goes.</param>
    /// <param name="figure">The figure's name.</param>
    /// <param name="rows">Its dossiers, by code.</param>
    public static void Write(Stream output, string figure, IReadOnlyList<ListedDossier> rows)
    {
        using var json = new Utf8JsonWriter(output, Writing);
        json.WriteStartObject();
        json.WriteString("figure", figure);
        json.WriteNumber("count", rows.Count);
        json.WriteStartArray("rows");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("dossier", row.Dossier);
            json.WriteString("agency", row.Agency);
            json.WriteString("procedure", row.Procedure);
            WriteInstant(json, "received", row.Received);
            WriteText(json, "due", row.DueDay is { } due ? Day(due) : null);
            WriteInstant(json, "finished", row.Finished);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCells(Utf8JsonWriter json, ReportRow row)
    {
        foreach (var (name, value) in row.Cells)
        {
            if (value.Number is { } number)
            {
                json.WriteNumber(name, number);
            }
            else
            {
                WriteText(json, name, value.Words);
            }
        }
    }

    private static void WriteInstant(Utf8JsonWriter json, string name, DateTimeOffset? instant) => WriteText(json, name, instant is { } i ? Instant(i) : null);

    private static void WriteText(Utf8JsonWriter json, string name, string? text)
    {
        if (text is null)
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static string Instant(DateTimeOffset instant) => OffsetTime.Text(instant.ToOffset(Moment.VietnamOffset));
}

using System.Text.Json;
using System.Text.Json.Serialization;
using MotCua.Foundation;

namespace MotCua.Documents;

/// <summary>
/// A paper kept as data: what was signed can be shown, printed and sent again exactly as it was, whatever became of the records.
/// What is kept once must stay readable: members are added, never renamed.
/// </summary>
public static class PaperJson
{
    private static readonly JsonSerializerOptions Options = new(JsonColumn.Options)
    {
        // PostgreSQL orders the members of jsonb by itself.
        AllowOutOfOrderMetadataProperties = true,
        Converters = { new RunConverter(), new PageConverter() },
    };

    /// <summary>For a member of a record that is kept as jsonb: <c>[JsonConverter(typeof(PaperJson.Member))]</c>.</summary>
    public sealed class Member : JsonConverter<OfficialDocument>
    {
        public override OfficialDocument? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<OfficialDocument>(ref reader, Options);

        public override void Write(Utf8JsonWriter writer, OfficialDocument value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, Options);
    }

    /// <summary>The whole paper in a line; equal papers have equal lines.</summary>
    public static string Text(OfficialDocument paper) => JsonSerializer.Serialize(paper, Options);

    private sealed class RunConverter : JsonConverter<Run>
    {
        private sealed record Kept(string Text, bool Bold, bool Italic, bool Whole, string? Link, int? Footnote);

        public override Run? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var run = JsonSerializer.Deserialize<Kept>(ref reader, JsonColumn.Options)!;
            return Run.Of(run.Text, run.Bold, run.Italic, run.Whole, run.Link, run.Footnote);
        }

        public override void Write(Utf8JsonWriter writer, Run value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new Kept(value.Text, value.Bold, value.Italic, value.Kept, value.Link, value.Footnote), JsonColumn.Options);
    }

    /// <summary>A sheet by its name in paper.css.</summary>
    private sealed class PageConverter : JsonConverter<PageSetup>
    {
        public override PageSetup? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var name = reader.GetString();
            return PageSetup.All.FirstOrDefault(p => p.CssPage == name) ?? throw new JsonException($"no such sheet: {name}");
        }

        public override void Write(Utf8JsonWriter writer, PageSetup value, JsonSerializerOptions options) => writer.WriteStringValue(value.CssPage);
    }
}

/// <summary>The same paper with other runs: where its numbers lead on the screen.</summary>
public static class PaperLinks
{
    /// <summary>Every run of paragraphs and tables, annexes included, passes through <paramref name="link"/>; null takes its link away.</summary>
    public static OfficialDocument WithLinks(this OfficialDocument paper, Func<string, string?> link) => paper with
    {
        Blocks = [.. paper.Blocks.Select(b => b.WithLinks(link))],
        Annexes = [.. paper.Annexes.Select(a => a.WithLinks(link))],
    };

    public static Block WithLinks(this Block block, Func<string, string?> link) => block switch
    {
        Paragraph paragraph => paragraph with { Line = Of(paragraph.Line, link) },
        Table table => table with { Rows = [.. table.Rows.Select(r => r with { Cells = [.. r.Cells.Select(c => c with { Lines = [.. c.Lines.Select(l => Of(l, link))] })] })] },
        _ => block,
    };

    private static Line Of(Line line, Func<string, string?> link) =>
        line.Runs.All(r => r.Link is null) ? line : new Line([.. line.Runs.Select(r => r.Link is { } to ? Run.Of(r.Text, r.Bold, r.Italic, r.Kept, link(to), r.Footnote) : r)]);
}

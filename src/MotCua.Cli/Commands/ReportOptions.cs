using System.CommandLine;
using System.Globalization;
using MotCua.Reports;

namespace MotCua.Cli.Commands;

/// <summary>The options that report and list share, read strictly: a date that does not exist is wrong usage.</summary>
internal sealed class ReportOptions
{
    public Option<string> Agency { get; } = new("--agency") { Description = "Mã đơn vị", Required = true };

    public Option<string> From { get; } = new("--from") { Description = "Ngày đầu kỳ, yyyy-MM-dd", Required = true };

    public Option<string> To { get; } = new("--to") { Description = "Ngày cuối kỳ, yyyy-MM-dd", Required = true };

    public Option<string?> At { get; } = new("--at") { Description = "Số liệu tính đến thời điểm này, có múi giờ" };

    public Option<string> BasisName { get; } = new("--basis") { Description = "original|extended", DefaultValueFactory = _ => "original" };

    public Option<string> Format { get; } = new("--format") { Description = "json|xlsx|docx|pdf", DefaultValueFactory = _ => "json" };

    public Option<FileInfo?> Output { get; } = new("--output", "-o") { Description = "Ghi ra tệp này" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Agency, From, To, At, BasisName, Format, Output })
        {
            command.Add(option);
        }
    }

    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"“{text}” không phải một ngày yyyy-MM-dd");

    /// <summary>An instant with an offset; now when none was given.</summary>
    public static DateTimeOffset Instant(string? text, TimeProvider clock)
    {
        if (text is null)
        {
            return clock.GetUtcNow();
        }

        string[] forms = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];
        var zoned = text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T', StringComparison.Ordinal);
        return zoned && DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new UsageException($"“{text}” không phải một thời điểm có múi giờ, ví dụ 2026-09-14T17:00:00+07:00");
    }

    public static Basis ReadBasis(string text) =>
        Foundation.Snake.Parse<Basis>(text) ?? throw new UsageException($"--basis là original hoặc extended, không phải {text}");
}

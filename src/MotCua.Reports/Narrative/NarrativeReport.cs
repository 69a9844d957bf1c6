using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>
/// A narrative report ("báo cáo thuyết minh") of an agency for a period: sentences that the system computes, passages written by hand. It keeps the
/// template it was begun with, so that a later version changes nothing in it.
/// </summary>
public sealed class NarrativeReport
{
    public const int LongestPassage = 20_000, LongestHead = 200;

    private NarrativeReport()
    {
    }

    public Guid Id { get; private init; }

    public AgencyId AgencyId { get; private init; }

    /// <summary>Name of a shipped template or id of an own one.</summary>
    public string TemplateKey { get; private init; } = "";

    public int TemplateVersion { get; private init; }

    public TemplateText Template { get; private init; } = null!;

    public DateOnly PeriodFrom { get; private init; }

    public DateOnly PeriodTo { get; private init; }

    /// <summary>The number alone: 431; null until the clerk gives one.</summary>
    public string? Number { get; private set; }

    public DateOnly? SignedOn { get; private set; }

    public string? Signer { get; private set; }

    public OfficerId CreatedBy { get; private init; }

    public DateTimeOffset CreatedAt { get; private init; }

    public int Revision { get; private set; }

    public static Result<NarrativeReport> Begin(AgencyId agency, TemplateChoice template, DateOnly from, DateOnly to, Moment at, OfficerId by)
    {
        if (from <= to && from > at.Day)
        {
            return NarrativeErrors.PeriodAhead(from);
        }

        var period = Period.Of(from, to, at.Instant);
        return !period.Succeeded
            ? period.Error!
            : new NarrativeReport
            {
                Id = Ids.New(),
                AgencyId = agency,
                TemplateKey = template.Key,
                TemplateVersion = template.Version,
                Template = template.Text,
                PeriodFrom = from,
                PeriodTo = to,
                CreatedBy = by,
                CreatedAt = at.Instant,
            };
    }

    /// <summary>The number alone, of one that was typed with its symbol: 215 of 215/BC-UBND.</summary>
    internal static string NumberOf(string? typed, string symbol)
    {
        var tidy = Vietnamese.Tidy(typed ?? "");
        return tidy.EndsWith($"/{symbol}", StringComparison.OrdinalIgnoreCase) ? tidy[..^(symbol.Length + 1)].TrimEnd() : tidy;
    }

    /// <summary>Number, day and signer of the head and the signature.</summary>
    public Result WriteHead(string? number, DateOnly? signedOn, string? signer)
    {
        var (tidyNumber, tidySigner) = (NumberOf(number, Template.Symbol), Vietnamese.Tidy(signer ?? ""));
        if (tidyNumber.Contains('/', StringComparison.Ordinal))
        {
            return NarrativeErrors.NumberAlone(Template.Symbol);
        }

        if (tidyNumber.Length > 20 || Vietnamese.HasForbiddenCharacters(tidyNumber))
        {
            return NarrativeErrors.HeadWrong("Number", "Số văn bản", 20);
        }

        if (Vietnamese.Length(tidySigner) > LongestHead || Vietnamese.HasForbiddenCharacters(tidySigner))
        {
            return NarrativeErrors.HeadWrong("Signer", "Họ tên người ký", LongestHead);
        }

        (Number, SignedOn, Signer, Revision) = (tidyNumber.Length == 0 ? null : tidyNumber, signedOn, tidySigner.Length == 0 ? null : tidySigner, Revision + 1);
        return Result.Ok();
    }
}

/// <summary>What was written by hand at one place of a report ("đoạn tự viết").</summary>
public sealed class NarrativePassage
{
    private NarrativePassage()
    {
    }

    public Guid ReportId { get; private init; }

    public string Name { get; private init; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Why a contradiction found in it stays; null when nothing was explained.</summary>
    public string? Explanation { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    public OfficerId WrittenBy { get; private set; }

    public int Revision { get; private set; }

    public static NarrativePassage At(Guid report, string name) => new() { ReportId = report, Name = name };

    /// <summary>Lines stay, letters become NFC; nothing hidden is kept.</summary>
    public Result<bool> Write(string text, string? explanation, Moment at, OfficerId by)
    {
        var lines = string.Join('\n', text.Normalize(System.Text.NormalizationForm.FormC).ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd())).Trim();
        var why = string.IsNullOrWhiteSpace(explanation) ? null : Vietnamese.Tidy(explanation);
        if (Vietnamese.HasForbiddenCharacters(lines.Replace('\n', ' ').Replace('\t', ' ')))
        {
            return NarrativeErrors.HiddenCharacters();
        }

        if (Vietnamese.Length(lines) > NarrativeReport.LongestPassage || Vietnamese.Length(why ?? "") > 2000)
        {
            return NarrativeErrors.TooLong(NarrativeReport.LongestPassage);
        }

        if (lines == Text && why == Explanation)
        {
            return false;
        }

        (Text, Explanation, WrittenAt, WrittenBy, Revision) = (lines, why, at.Instant, by, Revision + 1);
        return true;
    }
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>An agency that ended in the period: its part counts in the report, and the report says so.</summary>
/// <param name="Code">Of the agency.</param>
/// <param name="Name">Its last name.</param>
/// <param name="LastDay">On which it ended.</param>
/// <param name="Heirs">Names of those who carry its work on; empty when there are none.</param>
public sealed record EndedAgency(string Code, string Name, DateOnly LastDay, IReadOnlyList<string> Heirs)
{
    /// <summary>Null when it did not end from the first day to the last one.</summary>
    public static EndedAgency? Between(AgencyTree tree, AgencyNode node, DateOnly first, DateOnly last)
    {
        var next = last.AddDays(1);
        return node.Stages[^1].ValidTo is { } end && end >= first && end <= last && tree.StageAt(node.Id, next) is null
            ? new EndedAgency(node.Code, tree.NameOf(node.Id, end), end, [.. tree.HeirsOf(node.Id, next).Where(h => h != node.Id).Select(h => tree.NameOf(h, next)).Order(StringComparer.Ordinal)])
            : null;
    }
}

/// <summary>What a report says, kept as it was counted: all of it, so that it can be shown without the records.</summary>
public sealed record FrozenReport
{
    public required string Form { get; init; }

    public required string AgencyCode { get; init; }

    public required string AgencyName { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The instant of the data: the end of the period, or the instant of counting when that was earlier.</summary>
    public required DateTimeOffset At { get; init; }

    public required Basis Basis { get; init; }

    public Grouping? Grouping { get; init; }

    public required IReadOnlyList<ReportRow> Rows { get; init; }

    public required ReportRow Totals { get; init; }

    public required IReadOnlyList<ReportCheck> Checks { get; init; }

    public IReadOnlyList<EndedAgency> Ended { get; init; } = [];

    /// <summary>Narrative reports only: the text. Their rows are the figures that it uses.</summary>
    public FrozenNarrative? Narrative { get; init; }

    /// <summary>The period had ended when it was counted.</summary>
    public bool IsWhole => At >= Moment.At(To.AddDays(1), TimeOnly.MinValue).Instant;

    public static FrozenReport Of(Report report, IReadOnlyList<EndedAgency> ended) => new()
    {
        Form = report.Form,
        AgencyCode = report.AgencyCode,
        AgencyName = report.AgencyName,
        From = report.Period.From,
        To = report.Period.To,
        At = report.Period.End,
        Basis = report.Basis,
        Grouping = report.Grouping,
        Rows = report.Rows,
        Totals = report.Totals,
        Checks = report.Checks,
        Ended = ended,
    };
}

/// <summary>Records of one row of a form that count in the same figures; each stands in one set of a row and base only.</summary>
/// <param name="RowKey">The row; empty where the form has none.</param>
/// <param name="Agency">Code of the agency that they counted under.</param>
/// <param name="Figures">Names of figures, by name.</param>
/// <param name="Codes">Codes of the records, by code.</param>
public sealed record FrozenSet(string RowKey, string Agency, IReadOnlyList<string> Figures, IReadOnlyList<string> Codes);

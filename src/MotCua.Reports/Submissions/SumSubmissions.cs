using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Registers;

namespace MotCua.Reports.Submissions;

/// <summary>One agency right under the one that sums: what it sent and what the system counts for it.</summary>
/// <param name="Code">Of the agency.</param>
/// <param name="Name">As on the last day.</param>
/// <param name="Expected">A report is asked of it.</param>
public sealed record SubordinateReport(string Code, string Name, bool Expected)
{
    /// <summary>The newest version that was sent.</summary>
    public ReportSubmission? Sent { get; init; }

    /// <summary>A newer version still on its desk; its content is nobody else's to see.</summary>
    public SubmissionState? OnDesk { get; init; }

    /// <summary>It ended in the period.</summary>
    public EndedAgency? Ended { get; init; }

    /// <summary>The agency that sums itself: what it handled on its own.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Column → number; null where only reports give it.</summary>
    public IReadOnlyDictionary<string, decimal?> Computed { get; init; } = new Dictionary<string, decimal?>();

    /// <summary>Has sent, and was not told to do it again.</summary>
    public bool HasSent => Sent is { State: not SubmissionState.Returned };
}

/// <summary>A line of the sum.</summary>
/// <param name="Column">Which number.</param>
/// <param name="Sent">Added from the reports that came; null: none came.</param>
/// <param name="ComputedOfSent">What the system counts for the same agencies.</param>
/// <param name="ComputedOfOthers">What it counts for the others, whose reports have not come, are not asked or do not say it.</param>
public sealed record SumLine(SumColumn Column, decimal? Sent, decimal? ComputedOfSent, decimal? ComputedOfOthers)
{
    public decimal? Difference => Sent - ComputedOfSent;

    public decimal? Whole => ComputedOfSent + ComputedOfOthers;
}

/// <summary>The reports of a period under one agency.</summary>
public sealed record SubmissionSum(
    Form Form, string AgencyCode, string AgencyName, Period Period, DateOnly? DueOn, IReadOnlyList<SubordinateReport> Agencies, IReadOnlyList<SumLine> Lines)
{
    public IEnumerable<SubordinateReport> Missing => Agencies.Where(a => a is { Expected: true, HasSent: false });
}

/// <summary>Who under an agency has sent the report of a period and who has not; what came added up, beside what the system counts itself.</summary>
public sealed class SumSubmissions(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Form, string Agency, DateOnly From, DateOnly To)
    {
        public Basis Basis { get; init; }
    }

    public async Task<Result<SubmissionSum>> RunAsync(Input input, CancellationToken ct)
    {
        if (SubmittedForm.Find(input.Form) is not { } form)
        {
            return SubmissionErrors.FormUnknown(input.Form);
        }

        var period = Period.Of(input.From, input.To, clock.Now().Instant);
        var tree = await AgencyTree.LoadAsync(db, ct);
        if (!period.Succeeded || tree.ByCode(input.Agency) is not { } agency)
        {
            return period.Error ?? WriteReport.AgencyUnknown(input.Agency);
        }

        var (columns, day) = (SumColumn.Of(form), period.Value.LastDay);
        if (columns.Count == 0)
        {
            return SubmissionErrors.NothingToSum(form.Title);
        }

        var computed = await ComputeAsync(form, columns, tree, agency, period.Value, input.Basis, ct);
        var (duty, dueOn) = await DutyAsync(form, agency.Id, input, ct);
        var sent = (await db.ReportSubmissions.AsNoTracking().Where(s =>
            s.RecipientId == agency.Id && s.Form == form.Name && s.PeriodFrom == input.From && s.PeriodTo == input.To && s.Basis == input.Basis).ToListAsync(ct)).ToLookup(s => s.AgencyId);
        var agencies = new List<SubordinateReport>();
        foreach (var child in tree.ChildrenOf(agency.Id, day).Concat(tree.OtherChildrenOf(agency.Id, day)).OrderBy(c => c.Code, StringComparer.Ordinal))
        {
            var ended = EndedAgency.Between(tree, child, input.From, day);
            if (tree.StageAt(child.Id, day) is null && ended is null && !computed.ContainsKey(child.Code) && !sent.Contains(child.Id))
            {
                continue;
            }

            var expected = ended is null && tree.StageAt(child.Id, day) is not null && (duty is null || duty.Concerns(tree, child.Id, day));
            agencies.Add(Of(child, tree.NameOf(child.Id, day), expected, [.. sent[child.Id]], computed) with { Ended = ended });
        }

        if (computed.ContainsKey(agency.Code))
        {
            agencies.Add(Of(agency, tree.NameOf(agency.Id, day), false, [], computed) with { IsOwn = true });
        }

        return new SubmissionSum(form, agency.Code, tree.NameOf(agency.Id, day), period.Value, dueOn, agencies, [.. columns.Select(c => LineOf(c, agencies))]);
    }

    private static SubordinateReport Of(
        AgencyNode node, string name, bool expected, IReadOnlyList<ReportSubmission> versions, Dictionary<string, IReadOnlyDictionary<string, decimal?>> computed)
    {
        var newest = versions.MaxBy(v => v.Version);
        return new SubordinateReport(node.Code, name, expected)
        {
            Sent = versions.Where(v => v.IsFrozen).MaxBy(v => v.Version),
            OnDesk = newest is { IsFrozen: false } open ? open.State : null,
            Computed = computed.GetValueOrDefault(node.Code) ?? new Dictionary<string, decimal?>(),
        };
    }

    private static SumLine LineOf(SumColumn column, IReadOnlyList<SubordinateReport> agencies)
    {
        // A report in words may leave a number out; what it does not say is no zero.
        var sent = agencies.Where(a => a.HasSent && column.Sent(a.Sent!.Content) is not null).ToList();
        decimal? Computed(IEnumerable<SubordinateReport> of) => column.Computed is null ? null : of.Sum(a => a.Computed.GetValueOrDefault(column.Name) ?? 0);
        return new SumLine(
            column, sent.Count == 0 ? null : sent.Sum(a => column.Sent(a.Sent!.Content)), Computed(sent), Computed(agencies.Except(sent)));
    }

    /// <summary>The duty that asks for these days, when one does.</summary>
    private async Task<(ReportDuty? Duty, DateOnly? DueOn)> DutyAsync(Form form, AgencyId agency, Input input, CancellationToken ct)
    {
        WorkingCalendar calendar = await ImportedCalendar.LoadAsync(db.Database.GetDbConnection(), ct);
        foreach (var duty in await db.ReportDuties.AsNoTracking().Where(d => d.AskedBy == agency && d.Form == form.Name).ToListAsync(ct))
        {
            if (duty.PeriodsEndingIn(input.To, input.To, calendar).FirstOrDefault(p => p.From == input.From) is { } period)
            {
                return (duty, period.DueOn);
            }
        }

        return (null, null);
    }

    /// <summary>Agency code → column → number, for each agency right under it and for what it handled itself.</summary>
    private async Task<Dictionary<string, IReadOnlyDictionary<string, decimal?>>> ComputeAsync(
        Form form, IReadOnlyList<SumColumn> columns, AgencyTree tree, AgencyNode agency, Period period, Basis basis, CancellationToken ct)
    {
        var under = tree.WithDescendants(agency.Id, period.LastDay);
        var connection = db.Database.GetDbConnection();
        IReadOnlyList<FigureRow> counts = form == Form.Annex1 ? []
            : form == Form.B4
            ? [.. (await DirectiveFigures.CountAsync(connection, period.Directives, under, ct)).Select(c => new FigureRow(c.Key, null, c.Value))]
            : await new FigureQuery(connection).CountAsync([.. form.Needs.Select(Figures.Get)], period, basis, under, Grouping.Agency, ct);
        return counts.GroupBy(c => ReportRows.KeyOf(tree, agency.Code, c.Agency, period.LastDay)).ToDictionary(
            g => g.Key,
            g => (IReadOnlyDictionary<string, decimal?>)columns.ToDictionary(c => c.Name, c => c.Computed?.Invoke(figure => g.Sum(r => r[figure])), StringComparer.Ordinal),
            StringComparer.Ordinal);
    }
}

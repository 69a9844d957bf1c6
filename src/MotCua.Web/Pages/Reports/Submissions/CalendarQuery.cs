using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Organization.Calendars;
using MotCua.Reports;
using MotCua.Reports.Submissions;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>A version of a report without its content.</summary>
public sealed record SubmissionHead(Guid Id, AgencyId Agency, string Form, PeriodKind Period, DateOnly From, DateOnly To, int Version, SubmissionState State, DateTimeOffset? SubmittedAt);

/// <summary>One report that an agency owes: for which days, until when, and how far it is.</summary>
public sealed record OwedReport(ReportDuty Duty, DutyPeriod Days, SubmissionHead? Newest)
{
    /// <summary>A report in words that has been begun and not put forward.</summary>
    public Guid? Begun { get; init; }

    public bool IsSent => Newest is { State: SubmissionState.Submitted or SubmissionState.Accepted };

    public bool IsLate(DateOnly today) => !IsSent && today > Days.DueOn;
}

/// <summary>One report that an agency asked for: how many of those under it have sent it.</summary>
public sealed record AskedReport(ReportDuty Duty, DutyPeriod Days, int Sent, int Expected);

/// <summary>The calendar of reports: what an agency owes, and what it has asked of others. Periods of the last year and the next.</summary>
public sealed class CalendarQuery(MotCuaDb db, TimeProvider clock)
{
    private const int DaysBack = 400, DaysAhead = 75;

    private readonly DateOnly today = clock.Now().Day;

    /// <summary>What waits first, the most overdue on top; then periods that run or come; then what was sent, the latest first.</summary>
    public async Task<IReadOnlyList<OwedReport>> OwedAsync(AgencyTree tree, AgencyId agency, CancellationToken ct)
    {
        if (tree.ParentOf(agency, today) is not { } above)
        {
            return [];
        }

        var heads = (await HeadsAsync(s => s.AgencyId == agency, ct)).ToLookup(h => (h.Form, h.From, h.To));
        var begun = await BegunAsync(agency, ct);
        return
        [
            .. (from owed in await PeriodsAsync(above, ct)
                where owed.Duty.Concerns(tree, agency, owed.Days.To < today ? owed.Days.To : today) && tree.StageAt(agency, owed.Days.To < today ? owed.Days.To : today) is not null
                select new OwedReport(owed.Duty, owed.Days, heads[(owed.Duty.Form, owed.Days.From, owed.Days.To)].MaxBy(h => h.Version))
                {
                    Begun = SubmittedForm.TemplateOf(owed.Duty.Form) is { } template ? begun[(template.Key, owed.Days.From, owed.Days.To)].Cast<Guid?>().FirstOrDefault() : null,
                })
                .OrderBy(o => o.IsSent ? 3 : o.Days.From > today ? 2 : o.Days.To >= today ? 1 : 0).ThenBy(o => o.IsSent ? -o.Days.To.DayNumber : o.Days.DueOn.DayNumber)
                .ThenBy(o => o.Duty.Form, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reports of an agency that no duty asks for, the newest version of each.</summary>
    public async Task<IReadOnlyList<SubmissionHead>> OthersAsync(AgencyId agency, IReadOnlyList<OwedReport> owed, CancellationToken ct)
    {
        var asked = owed.Select(o => (o.Duty.Form, o.Days.From, o.Days.To)).ToHashSet();
        return
        [
            .. (await HeadsAsync(s => s.AgencyId == agency, ct)).GroupBy(h => (h.Form, h.From, h.To)).Where(g => !asked.Contains(g.Key))
                .Select(g => g.MaxBy(h => h.Version)!).OrderByDescending(h => h.To).Take(50),
        ];
    }

    /// <summary>What an agency asks of those under it, for periods that have begun; those that have ended first, the latest on top.</summary>
    public async Task<IReadOnlyList<AskedReport>> AskedAsync(AgencyTree tree, AgencyId agency, CancellationToken ct)
    {
        var heads = (await HeadsAsync(s => s.RecipientId == agency && s.SubmittedAt != null, ct)).ToLookup(h => (h.Form, h.From, h.To));
        return
        [
            .. (from asked in await PeriodsAsync(agency, ct)
                where asked.Days.From <= today
                let day = asked.Days.To < today ? asked.Days.To : today
                let expected = tree.ChildrenOf(agency, day).Where(c => asked.Duty.Concerns(tree, c.Id, day)).Select(c => c.Id).ToHashSet()
                let sent = heads[(asked.Duty.Form, asked.Days.From, asked.Days.To)].GroupBy(h => h.Agency)
                    .Count(g => expected.Contains(g.Key) && g.MaxBy(h => h.Version)!.State is not SubmissionState.Returned)
                select new AskedReport(asked.Duty, asked.Days, sent, expected.Count))
                .OrderBy(a => a.Days.To >= today).ThenByDescending(a => a.Days.To).ThenBy(a => a.Duty.Form, StringComparer.Ordinal),
        ];
    }

    /// <summary>Reports in words of an agency by the shipped template that they come from and their days, the newest first.</summary>
    private async Task<ILookup<(string Template, DateOnly From, DateOnly To), Guid>> BegunAsync(AgencyId agency, CancellationToken ct)
    {
        const string Sql =
            """
            select id, coalesce(template ->> 'origin', template_key) as template, period_from, period_to from narrative_reports
            where agency_id = @agency and period_to >= @since order by created_at desc limit 500
            """;
        var rows = await db.Database.GetDbConnection().QueryAsync<(Guid Id, string Template, DateOnly From, DateOnly To)>(
            new CommandDefinition(Sql, new { agency = agency.Value, since = today.AddDays(-DaysBack) }, cancellationToken: ct));
        return rows.ToLookup(r => (r.Template, r.From, r.To), r => r.Id);
    }

    private async Task<IEnumerable<(ReportDuty Duty, DutyPeriod Days)>> PeriodsAsync(AgencyId askedBy, CancellationToken ct)
    {
        WorkingCalendar calendar = await ImportedCalendar.LoadAsync(db.Database.GetDbConnection(), ct);
        var duties = await db.ReportDuties.AsNoTracking().Where(d => d.AskedBy == askedBy).OrderBy(d => d.RecordedAt).Take(200).ToListAsync(ct);
        return duties.SelectMany(d => d.PeriodsEndingIn(today.AddDays(-DaysBack), today.AddDays(DaysAhead), calendar).Select(p => (d, p)));
    }

    private async Task<IReadOnlyList<SubmissionHead>> HeadsAsync(System.Linq.Expressions.Expression<Func<ReportSubmission, bool>> which, CancellationToken ct)
    {
        var since = today.AddDays(-DaysBack);
        return await db.ReportSubmissions.AsNoTracking().Where(which).Where(s => s.PeriodTo >= since && s.Basis == Basis.Original)
            .Select(s => new SubmissionHead(s.Id, s.AgencyId, s.Form, s.Period, s.PeriodFrom, s.PeriodTo, s.Version, s.State, s.SubmittedAt)).ToListAsync(ct);
    }
}

using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Pages.Inbox;

namespace MotCua.Web.Pages.Desk;

/// <summary>What waits at the counter to be handed back, longest first.</summary>
public sealed class ReadyList(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks, TimeProvider time)
{
    public const int PageSize = 50;

    private const string Read =
        $"""
        select d.code, d.applicant ->> 'name' as applicant, d.submitter ->> 'name' as submitter, v.name as procedure, d.status,
               d.finished_at, d."limit", d.due_day, d.due_at, d.extended_due, d.stopped_at, d.verdict = 'late' and d.apology_at is null as owes_apology, count(*) over () as total
        from dossiers d join procedure_versions v on v.id = d.procedure_version_id
        where {WaitingList.Ready}
        order by d.finished_at, d.code
        limit @size offset @skip
        """;

    public async Task<(IReadOnlyList<ReadyRow> Rows, int Total)> ReadAsync(int page, CancellationToken ct)
    {
        var agencies = officer.AgenciesOf(OfficeRole.Receptionist).Concat(officer.AgenciesOf(OfficeRole.Clerk)).Select(a => a.Value).Distinct().ToArray();
        var now = time.Now();
        var rows = (await db.Database.GetDbConnection().QueryAsync<Row>(new CommandDefinition(
            Read, new { agencies, size = PageSize, skip = (Math.Max(page, 1) - 1) * PageSize }, cancellationToken: ct))).ToList();
        var clock = await clocks.ForAsync(officer.AgencyId, ct);
        return ([.. rows.Select(r => r.Shown(clock, now))], rows.Count == 0 ? 0 : (int)rows[0].Total);
    }

    private sealed class Row
    {
        public string Code { get; init; } = "";

        public string Applicant { get; init; } = "";

        public string? Submitter { get; init; }

        public string Procedure { get; init; } = "";

        public string Status { get; init; } = "";

        public DateTimeOffset FinishedAt { get; init; }

        public string Limit { get; init; } = "";

        public DateOnly? DueDay { get; init; }

        public DateTimeOffset? DueAt { get; init; }

        public DateOnly? ExtendedDue { get; init; }

        public DateTimeOffset? StoppedAt { get; init; }

        public bool OwesApology { get; init; }

        public long Total { get; init; }

        public ReadyRow Shown(DeadlineClock clock, Moment now) => new(
            Code,
            Applicant,
            Submitter,
            Procedure,
            Status,
            FinishedAt,
            DueWords.Of(clock, new ClockState(new Deadline(TimeLimit.Parse(Limit), DueDay, DueAt), StoppedAt, FinishedAt, ExtendedDue), now.Instant))
        { OwesApology = OwesApology };
    }
}

public sealed record ReadyRow(string Code, string Applicant, string? Submitter, string Procedure, string Status, DateTimeOffset FinishedAt, DueText Due)
{
    /// <summary>Late, and nobody has said sorry.</summary>
    public bool OwesApology { get; init; }

    public string ShortCode => DossierCode.Short(Code);
}

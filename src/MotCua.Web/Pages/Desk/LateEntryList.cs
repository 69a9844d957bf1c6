using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>What the address of the list says; every part may be missing.</summary>
/// <param name="From">Keyed on this day or later.</param>
/// <param name="To">Keyed on this day or earlier.</param>
/// <param name="Kind">Only this kind of act.</param>
/// <param name="Consented">Only those with (true) or without (false) a leader's consent.</param>
public sealed record LateEntryFilter(DateOnly From, DateOnly To, EventKind? Kind, bool? Consented);

/// <summary>An act keyed later than it happened, with what that did.</summary>
/// <param name="Delay">Office time from the act to its keying.</param>
/// <param name="Changed">The verdict on the deadline would be another without the earlier time.</param>
public sealed record LateEntryRow(
    string Code, string Applicant, string Procedure, string Agency, EventKind Kind, DateTimeOffset At, DateTimeOffset EnteredAt, TimeSpan Delay, string Who, string? Why, string? Consent, bool Changed);

/// <summary>
/// Every act that was keyed late in the agencies an officer sees, newest keying first, over dossier_events_entered_ix. Whether
/// the verdict changed is read from the ledgers (<see cref="LateVerdict"/>), so that imported lines are judged alike.
/// </summary>
public sealed class LateEntryList(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>More than an auditor reads; a list that long is cut by its days.</summary>
    public const int MostRows = 5000;

    private const string Where =
        """
        from dossier_events e join dossiers d on d.id = e.dossier_id
        where e.entered_at is not null and e.entered_at >= @from and e.entered_at < @to and d.agency_id = any(@agencies)
            and (@kind::text is null or e.kind = @kind)
            and (@consented::boolean is null or (e.facts -> 'consentBy' is not null) = @consented)
        """;

    private const string Read =
        $"""
        with page as (select e.id {Where} order by e.entered_at desc, e.id limit @size offset @skip)
        select e.dossier_id, e.seq, e.kind, e.at, e.entered_at, e.by_code, e.facts ->> 'lateReason' as why, o.name as officer, c.name as consent,
               d.code, d.applicant ->> 'name' as applicant, d.agency_id, v.name as procedure
        from page p join dossier_events e on e.id = p.id join dossiers d on d.id = e.dossier_id
            join procedure_versions v on v.id = d.procedure_version_id
            left join officers o on o.id = e.officer_id left join officers c on c.id = (e.facts -> 'consentBy' ->> 'value')::uuid
        order by e.entered_at desc, e.id
        """;

    /// <summary>Who may open the list: in their agencies, and below where the role reaches.</summary>
    public static readonly OfficeRole[] Roles = [OfficeRole.Auditor, OfficeRole.Signer, OfficeRole.ReportOfficer];

    public async Task<int> CountAsync(LateEntryFilter filter, CancellationToken ct) =>
        (int)await Connection.ExecuteScalarAsync<long>(new CommandDefinition($"select count(*) {Where}", Values(filter, 0, 0), cancellationToken: ct));

    public async Task<IReadOnlyList<LateEntryRow>> ReadAsync(LateEntryFilter filter, int skip, int take, CancellationToken ct)
    {
        var rows = (await Connection.QueryAsync<Row>(new CommandDefinition(Read, Values(filter, skip, take), cancellationToken: ct))).ToList();
        var ids = rows.Select(r => new DossierId(r.DossierId)).Distinct().ToList();
        var ledgers = (await db.DossierEvents.AsNoTracking().Where(e => ids.Contains(e.DossierId)).ToListAsync(ct))
            .GroupBy(e => e.DossierId).ToDictionary(g => g.Key.Value, g => g.OrderBy(e => e.Seq).ToList());
        var today = time.Now().Day;
        var told = new List<LateEntryRow>(rows.Count);
        foreach (var row in rows)
        {
            var agency = new AgencyId(row.AgencyId);
            var clock = await clocks.ForAsync(agency, ct);
            told.Add(new LateEntryRow(
                row.Code, row.Applicant, row.Procedure, officer.Agencies.NameOf(agency, today), Snake.Parse<EventKind>(row.Kind)!.Value, row.At, row.EnteredAt,
                clock.WorkingTimeBetween(row.At, row.EnteredAt), row.Officer ?? row.ByCode ?? "", row.Why, row.Consent, LateVerdict.Changed(ledgers[row.DossierId], row.Seq, clock)));
        }

        return told;
    }

    private DbConnection Connection => db.Database.GetDbConnection();

    private DynamicParameters Values(LateEntryFilter filter, int skip, int size)
    {
        var agencies = officer.Roles.Where(r => Roles.Contains(r.Role)).Select(r => r.AgencyId).Distinct()
            .SelectMany(a => officer.Agencies.WithDescendants(a, time.Now().Day)).Select(a => a.Value).Distinct().ToArray();
        var values = new DynamicParameters();
        values.Add("from", Moment.At(filter.From, default).Instant);
        values.Add("to", Moment.At(filter.To.AddDays(1), default).Instant);
        values.Add("kind", filter.Kind?.Text());
        values.Add("consented", filter.Consented);
        values.Add("agencies", agencies);
        values.Add("skip", skip);
        values.Add("size", size);
        return values;
    }

    private sealed class Row
    {
        public Guid DossierId { get; init; }

        public int Seq { get; init; }

        public string Kind { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public DateTimeOffset EnteredAt { get; init; }

        public string? ByCode { get; init; }

        public string? Why { get; init; }

        public string? Officer { get; init; }

        public string? Consent { get; init; }

        public string Code { get; init; } = "";

        public string Applicant { get; init; } = "";

        public Guid AgencyId { get; init; }

        public string Procedure { get; init; } = "";
    }
}

using System.Globalization;
using Dapper;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Dossiers.Watchdogs;

/// <summary>Counts and lists of the <see cref="WatchSets"/> over some agencies: the cockpit, its lists, the menu and the morning digest ask here.</summary>
public sealed class WatchQuery(NpgsqlDataSource source, OfficeClocks clocks, StepHours steps, TimeProvider time)
{
    private const string Columns =
        """
        d.code, d.revision, d.agency_id, d.desk_id, d.status, v.name as procedure, d.field, d.applicant->>'name' as applicant, d.applicant_phone as phone,
        d."limit", d.due_day, d.due_at, d.extended_due, d.stopped_at, d.received_at, d.finished_at, d.returned_at, d.last_event_at,
        d.apology_at is not null as apologised, d.verdict, d.holder_id, o.name as holder, case when o.valid_to < @today then o.valid_to end as holder_left, d.held_since,
        d.step, v.content->'steps'->(d.step - 1)->>'name' as step_name, d.procedure_version_id, d.legs::text as legs_json, page.since, page.total,
        exists (select from proposals w where w.dossier_id = d.id and w.kind = 'apology_issued' and w.decided_at is null) as apology_waits,
        writer.name as writer, task.officer_id as writer_id, task.write_by
        """;

    private const string Asked =
        "(select e.facts ->> 'reason' from dossier_events e where e.dossier_id = d.id and e.kind = 'supplement_requested' order by e.seq desc limit 1) as asked";

    private const string NoApologyReason =
        "(select e.facts ->> 'noApologyReason' from dossier_events e where e.dossier_id = d.id and e.kind = 'returned' order by e.seq desc limit 1) as no_apology_reason";

    /// <summary>How many dossiers each set holds; those over open dossiers are counted in one pass.</summary>
    public async Task<IReadOnlyDictionary<string, int>> CountsAsync(
        IReadOnlyCollection<AgencyId> agencies, IReadOnlyCollection<WatchSet> sets, WatchFilter? filter, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = await ValuesAsync(connection, agencies, sets.Any(s => s.NeedsRisk), filter, ct);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var same in sets.GroupBy(s => s.Base))
        {
            var all = same.ToList();
            var columns = string.Join(", ", all.Select((s, i) => $"count(*) filter (where {s.Condition}) as c{i.ToString(CultureInfo.InvariantCulture)}"));
            var sql = $"{With(all)} select {columns} {From(all, filter)}{Narrowed(same.Key, filter)}";
            await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, values, cancellationToken: ct));
            await reader.ReadAsync(ct);
            for (var i = 0; i < all.Count; i++)
            {
                counts[all[i].Slug] = (int)reader.GetInt64(i);
            }
        }

        return counts;
    }

    /// <summary>One page of a set, the longest hanging first; the first row tells how many there are in all.</summary>
    public async Task<IReadOnlyList<WatchedDossier>> ListAsync(
        IReadOnlyCollection<AgencyId> agencies, WatchSet set, WatchFilter? filter, int skip, int take, CancellationToken ct)
    {
        var late = set.AsksWhoseFault;
        var sql = $"""
            {With([set])},
            page as (
                select d.id, {set.Since} as since, row_number() over (order by {set.Since} nulls last, d.code) as place, count(*) over () as total
                {From([set], filter)} and {set.Condition}{Narrowed(set.Base, filter)}
                order by place limit @take offset @skip)
            select {Columns}{(set.Base is WatchBase.Open ? ", " + Asked : "")}{(set.Base is WatchBase.Done ? ", " + NoApologyReason : "")}
                {(late ? ", late_at.place as late_place, late_by.officer_id as late_holder_id, late_officer.name as late_holder" : "")}
            from page join dossiers d on d.id = page.id join procedure_versions v on v.id = d.procedure_version_id
                left join officers o on o.id = d.holder_id
                left join apology_tasks task on task.dossier_id = d.id left join officers writer on writer.id = task.officer_id
                {(late ? WatchSql.WhenLate + " left join officers late_officer on late_officer.id = late_by.officer_id" : "")}
            order by page.place
            """;
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = await ValuesAsync(connection, agencies, set.NeedsRisk, filter, ct);
        values.Add("skip", skip);
        values.Add("take", take);
        return [.. await connection.QueryAsync<WatchedDossier>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    /// <summary>What a set may be narrowed to: its fields, and the officers in whose hands its dossiers are.</summary>
    public async Task<IReadOnlyList<WatchOption>> OptionsAsync(IReadOnlyCollection<AgencyId> agencies, WatchSet set, WatchFilter filter, CancellationToken ct)
    {
        var sql = $"""
            {With([set])}
            select x.field, x.holder_id as officer_id, o.name as officer
            from (select distinct d.field, d.holder_id {From([set], null)} and {set.Condition} limit 2000) x left join officers o on o.id = x.holder_id
            order by x.field, o.name
            """;
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = await ValuesAsync(connection, agencies, set.NeedsRisk, filter, ct);
        return [.. await connection.QueryAsync<WatchOption>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    /// <summary>Session time that the internal process of each dossier still needs.</summary>
    public async Task<IReadOnlyDictionary<string, TimeSpan>> WorkLeftAsync(IReadOnlyCollection<WatchedDossier> rows, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var hours = await steps.OfAsync(connection, rows.Select(r => r.ProcedureVersionId), ct);
        return rows.ToDictionary(r => r.Code, r => RiskRule.WorkLeft(hours[r.ProcedureVersionId], r.Step), StringComparer.Ordinal);
    }

    /// <summary>Working roles that nobody holds today in an agency where officers have held roles and dossiers are open.</summary>
    public async Task<IReadOnlyList<EmptyRole>> EmptyRolesAsync(IReadOnlyCollection<AgencyId> agencies, CancellationToken ct)
    {
        const string Sql = $"""
            with {WatchSql.Present},
            office as (
                select a.id, (select count(*) from dossiers d where d.agency_id = a.id and {WatchSql.Open}) as open
                from unnest(@agencies::uuid[]) as a(id) where exists (select from role_assignments r where r.agency_id = a.id))
            select o.id as agency_id, w.role, o.open
            from office o cross join unnest(array['receptionist', 'specialist', 'signer', 'clerk']) as w(role)
            where o.open > 0 and not exists (select from held h where h.agency_id = o.id and h.role = w.role)
            order by o.open desc, w.role
            limit 200
            """;
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = new { agencies = agencies.Select(a => a.Value).ToArray(), today = time.Now().Day };
        return [.. await connection.QueryAsync<EmptyRole>(new CommandDefinition(Sql, values, cancellationToken: ct))];
    }

    /// <summary>The limits that hold in an agency.</summary>
    public async Task<WatchLimits> LimitsAsync(AgencyId agency, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await LimitsAsync(connection, [agency], ct))[0];
    }

    /// <summary>What the conditions of <see cref="WatchSql"/> read.</summary>
    public async Task<DynamicParameters> ValuesAsync(
        NpgsqlConnection connection, IReadOnlyCollection<AgencyId> agencies, bool risk, WatchFilter? filter, CancellationToken ct)
    {
        var now = time.Now();
        var limits = await LimitsAsync(connection, agencies, ct);
        var still = new List<DateTimeOffset>();
        foreach (var limit in limits)
        {
            still.Add(WatchLimits.BeforeWorkingDays((await clocks.ForAsync(limit.AgencyId, ct)).Calendar, now.Day, limit.StillDays));
        }

        var values = new DynamicParameters();
        values.Add("agencies", limits.Select(l => l.AgencyId.Value).ToArray());
        values.Add("still", Utc(still));
        values.Add("shelf", Utc(limits.Select(l => WatchLimits.BeforeDays(now.Day, l.ShelfDays))));
        values.Add("supplement", Utc(limits.Select(l => WatchLimits.BeforeDays(now.Day, l.SupplementDays))));
        values.Add("now", now.Instant);
        values.Add("today", now.Day);
        values.Add("from", Moment.At(filter?.From ?? now.Day.AddDays(1 - now.Day.Day), TimeOnly.MinValue).Instant);
        values.Add("to", Moment.At((filter?.To ?? now.Day).AddDays(1), TimeOnly.MinValue).Instant);
        values.Add("field", filter?.Field);
        values.Add("place", filter?.Place);
        values.Add("officer", filter?.Officer);
        values.Add("writer", filter?.Writer);
        values.Add("words", "%" + Like(Vietnamese.SearchKey(filter?.Text ?? "")) + "%");
        values.Add("code", "%" + Like((filter?.Text ?? "").Trim().ToUpperInvariant()) + "%");
        if (risk)
        {
            await AddRiskAsync(connection, values, now, ct);
        }

        return values;
    }

    private async Task AddRiskAsync(NpgsqlConnection connection, DynamicParameters values, Moment now, CancellationToken ct)
    {
        const string Sql = $"""
            select distinct d.agency_id, d.procedure_version_id, d.step from dossiers d
            where d.agency_id = any(@agencies) and {WatchSql.Open} and d.stopped_at is null and d.due_at is not null
            """;
        var places = (await connection.QueryAsync<(Guid Agency, Guid Version, int Step)>(new CommandDefinition(Sql, values, cancellationToken: ct))).ToList();
        var hours = await steps.OfAsync(connection, places.Select(p => p.Version), ct);
        var (before, signed) = (new List<DateTimeOffset>(), new List<DateTimeOffset>());
        var horizons = new Dictionary<(DeadlineClock, TimeSpan, bool), DateTimeOffset>();
        foreach (var (agency, version, step) in places)
        {
            var clock = await clocks.ForAsync(new AgencyId(agency), ct);
            var left = RiskRule.WorkLeft(hours[version], step);
            before.Add(Horizon(clock, left, false));
            signed.Add(Horizon(clock, left, true));
        }

        values.Add("risk_agencies", places.Select(p => p.Agency).ToArray());
        values.Add("risk_versions", places.Select(p => p.Version).ToArray());
        values.Add("risk_steps", places.Select(p => p.Step).ToArray());
        values.Add("risk_before", Utc(before));
        values.Add("risk_signed", Utc(signed));

        DateTimeOffset Horizon(DeadlineClock clock, TimeSpan left, bool isSigned)
        {
            if (!horizons.TryGetValue((clock, left, isSigned), out var known))
            {
                horizons[(clock, left, isSigned)] = known = RiskRule.Horizon(clock, now.Instant, left, isSigned);
            }

            return known;
        }
    }

    private static async Task<IReadOnlyList<WatchLimits>> LimitsAsync(NpgsqlConnection connection, IReadOnlyCollection<AgencyId> agencies, CancellationToken ct)
    {
        var own = (await connection.QueryAsync<(Guid Agency, int Still, int Shelf, int Supplement)>(new CommandDefinition(
            "select agency_id, still_days, shelf_days, supplement_days from watch_limits where agency_id = any(@ids)",
            new { ids = agencies.Select(a => a.Value).ToArray() },
            cancellationToken: ct))).ToDictionary(l => l.Agency);
        return
        [
            .. agencies.Select(agency =>
            {
                var limits = WatchLimits.DefaultOf(agency);
                if (own.TryGetValue(agency.Value, out var set))
                {
                    limits.Change(set.Still, set.Shelf, set.Supplement);
                }

                return limits;
            }),
        ];
    }

    private static string With(IReadOnlyCollection<WatchSet> sets) => string.Concat(
        "with ", WatchSql.Limits, sets.Any(s => s.NeedsRisk) ? ", " + WatchSql.Risk : "", sets.Any(s => s.NeedsPresent) ? ", " + WatchSql.Present : "");

    private static string From(IReadOnlyCollection<WatchSet> sets, WatchFilter? filter)
    {
        var from = sets.First().Base;
        var join = string.Concat(
            from is WatchBase.Late ? filter?.Place is not null || filter?.Officer is not null ? WatchSql.WhenLate : "" : from is WatchBase.Done && filter?.Place is not null ? WatchSql.WhenLate : "",
            from is WatchBase.Done && filter?.Officer is not null ? " " + WatchSql.DoneBy : "");
        var risk = sets.Any(s => s.NeedsRisk) ? WatchSql.JoinRisk : "";
        var present = sets.Any(s => s.NeedsPresent) ? WatchSql.JoinPresent : "";
        return from switch
        {
            WatchBase.Open => $"from limits l join dossiers d on d.agency_id = l.agency_id {risk} {present} {join} where {WatchSql.Open}",
            WatchBase.Ready => $"from limits l join dossiers d on d.agency_id = l.agency_id {join} where {WatchSql.Ready}",
            WatchBase.Done => $"from limits l join dossiers d on d.agency_id = l.agency_id {join} where {WatchSql.Done}",
            WatchBase.NotReturned => $"from limits l join dossiers d on d.agency_id = l.agency_id {join} where d.received_at is not null and d.returned_at is null",
            WatchBase.Late => $"from ({WatchSql.LateInPeriod}) d {join} where true",
            WatchBase.Slips => $"from scanned_slips s join limits l on l.agency_id = s.agency_id join dossiers d on d.id = s.dossier_id {join} where true",
            _ => throw new ArgumentOutOfRangeException(nameof(sets)),
        };
    }

    private static string Narrowed(WatchBase from, WatchFilter? filter) => filter is null ? "" : string.Concat(
        string.IsNullOrWhiteSpace(filter.Text) ? "" : " and (d.applicant_key like @words or d.code like @code)",
        string.IsNullOrEmpty(filter.Field) ? "" : " and d.field = @field",
        filter.Place is null ? "" : from is WatchBase.Open ? $" and {WatchSql.Place} = @place" : from is WatchBase.Late or WatchBase.Done ? " and late_at.place = @place" : "",
        filter.Officer is null ? "" : from switch
        {
            WatchBase.Done => " and done_by.officer_id = @officer",
            WatchBase.Late => " and late_by.officer_id = @officer",
            _ => " and d.holder_id = @officer",
        });

    private static DateTime[] Utc(IEnumerable<DateTimeOffset> instants) => [.. instants.Select(i => i.UtcDateTime)];

    private static string Like(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

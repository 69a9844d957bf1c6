using Dapper;
using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Web.Pages.Leader;

/// <summary>An apology on its way: drafted and waiting, or signed.</summary>
public sealed record ApologyRow
{
    public string Code { get; init; } = "";

    public string Procedure { get; init; } = "";

    public string Applicant { get; init; } = "";

    public string? Phone { get; init; }

    public DateOnly? DueDay { get; init; }

    /// <summary>The day promised again.</summary>
    public DateOnly? NewDue { get; init; }

    /// <summary>As the closed list writes it, or an imported line's own words.</summary>
    public string Cause { get; init; } = "";

    public string? Words { get; init; }

    /// <summary>Who drafted it.</summary>
    public string? By { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>Who signed it, and its number.</summary>
    public string? Signer { get; init; }

    public string? Number { get; init; }

    public bool Finished { get; init; }

    /// <summary>How far the best of its notices came: sent, waiting, stuck, failed, skipped; null when none was written.</summary>
    public string? Notice { get; init; }

    public DateTimeOffset? ToldAt { get; init; }

    public int Total { get; init; }
}

/// <summary>The middle and the end of the apology's life: drafts that wait, and what was signed, newest first.</summary>
public static class ApologyLists
{
    private const string Drafts =
        """
        from proposals p join dossiers d on d.id = p.dossier_id
        where p.kind = 'apology_issued' and p.decided_at is null and d.agency_id = any(@agencies)
        """;

    private const string Signed = "from dossiers d where d.apology_at is not null and d.agency_id = any(@agencies)";

    public static async Task<(int Drafts, int Signed)> CountsAsync(NpgsqlDataSource source, IReadOnlyCollection<AgencyId> agencies, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<(int, int)>(new CommandDefinition(
            $"select (select count(*) {Drafts})::int, (select count(*) {Signed})::int", Values(agencies, 0, 0), cancellationToken: ct));
    }

    public static Task<IReadOnlyList<ApologyRow>> DraftsAsync(NpgsqlDataSource source, IReadOnlyCollection<AgencyId> agencies, int skip, int take, CancellationToken ct) => ReadAsync(
        source,
        $"""
        with page as (select p.id, d.id as dossier_id, row_number() over (order by {WatchSql.DueInstant} nulls last, d.code) as place, count(*) over () as total {Drafts} order by place limit @take offset @skip)
        select d.code, v.name as procedure, d.applicant->>'name' as applicant, d.applicant_phone as phone, d.due_day, (p."order"->>'newDue')::date as new_due,
            coalesce(p."order"->>'cause', 'complex_case') as cause, p."order"->>'words' as words, o.name as by, p.proposed_at as at, false as finished, page.total
        from page join proposals p on p.id = page.id join dossiers d on d.id = page.dossier_id join procedure_versions v on v.id = d.procedure_version_id
            left join officers o on o.id = p.proposed_by
        order by page.place
        """,
        Values(agencies, skip, take),
        ct);

    public static Task<IReadOnlyList<ApologyRow>> SignedAsync(NpgsqlDataSource source, IReadOnlyCollection<AgencyId> agencies, int skip, int take, CancellationToken ct) => ReadAsync(
        source,
        $"""
        with page as (select d.id, row_number() over (order by d.apology_at desc, d.code) as place, count(*) over () as total {Signed} order by place limit @take offset @skip)
        select d.code, v.name as procedure, d.applicant->>'name' as applicant, d.applicant_phone as phone, d.due_day, d.extended_due as new_due,
            e.facts->>'cause' as cause, e.facts->>'words' as words, o.name as by, e.at, e.facts->>'signer' as signer, d.apology_number as number, d.finished_at is not null as finished, told.state as notice, told.sent_at as told_at, page.total
        from page join dossiers d on d.id = page.id join procedure_versions v on v.id = d.procedure_version_id
            join lateral (select * from dossier_events e where e.dossier_id = d.id and e.kind = 'apology_issued' order by e.seq desc limit 1) e on true
            left join lateral (
                select n.state, n.sent_at from notice_deliveries n where n.dossier_id = d.id and n.event_seq = e.seq and n.officer_id is null
                order by array_position(array['sent', 'waiting', 'stuck', 'failed', 'skipped'], n.state), n.sent_at limit 1) told on true
            left join officers o on o.id = e.officer_id
        order by page.place
        """,
        Values(agencies, skip, take),
        ct);

    private static async Task<IReadOnlyList<ApologyRow>> ReadAsync(NpgsqlDataSource source, string sql, DynamicParameters values, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<ApologyRow>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    private static DynamicParameters Values(IReadOnlyCollection<AgencyId> agencies, int skip, int take)
    {
        var values = new DynamicParameters();
        values.Add("agencies", agencies.Select(a => a.Value).ToArray());
        values.Add("skip", skip);
        values.Add("take", take);
        return values;
    }
}

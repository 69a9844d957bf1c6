using Dapper;
using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Web.Pages.Leader;

/// <summary>How much waits for this leader, and since when.</summary>
public sealed record ApprovalSummary
{
    public int Count { get; init; }

    public DateTimeOffset? Oldest { get; init; }
}

/// <summary>A result to be signed, or a proposal, as the list is sorted and paged.</summary>
public sealed record WaitingItem
{
    public string Code { get; init; } = "";

    /// <summary>Null for a result to be signed.</summary>
    public Guid? ProposalId { get; init; }

    /// <summary>signature, or the kind of the proposed event; late for an act keyed late.</summary>
    public string Kind { get; init; } = "";

    public int Total { get; init; }
}

/// <summary>What waits for this leader, the most urgent first: by the due date, what has none by how long it has waited.</summary>
public sealed class ApprovalQuery(NpgsqlDataSource source, CurrentOfficer officer)
{
    public const int PageSize = 50;

    private const string Items =
        $"""
        select d.code, null::uuid as proposal_id, 'signature' as kind, d.held_since as since, {WatchSql.DueInstant} as due
        from dossiers d
        where d.agency_id = any(@agencies) and {WatchSql.Open} and d.status = 'for_signature' and (d.holder_id = @me or d.holder_id is null)
        union all
        select d.code, p.id, case when p."order" ? 'late' then 'late' else p.kind end, p.proposed_at, {WatchSql.DueInstant}
        from proposals p join dossiers d on d.id = p.dossier_id
        where p.decided_at is null and d.agency_id = any(@agencies)
        """;

    private ApprovalSummary? summary;

    /// <summary>Once a request: the menu, the tile and the page show the same number.</summary>
    public async Task<ApprovalSummary> SummaryAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return summary ??= await connection.QuerySingleAsync<ApprovalSummary>(new CommandDefinition(
            $"select count(*) as count, min(since) as oldest from ({Items}) w", Values(), cancellationToken: ct));
    }

    /// <summary>How many of each kind.</summary>
    public async Task<IReadOnlyDictionary<string, int>> KindsAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var rows = await connection.QueryAsync<(string Kind, int Count)>(new CommandDefinition(
            $"select kind, count(*)::int from ({Items}) w group by kind", Values(), cancellationToken: ct));
        return rows.ToDictionary(r => r.Kind, r => r.Count, StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<WaitingItem>> ListAsync(string? kind, int skip, int take, CancellationToken ct)
    {
        var sql = $"""
            select w.code, w.proposal_id, w.kind, count(*) over () as total from ({Items}) w
            where @kind::text is null or w.kind = @kind
            order by w.due nulls last, w.since, w.code, w.proposal_id limit @take offset @skip
            """;
        var values = Values();
        values.Add("kind", kind);
        values.Add("skip", skip);
        values.Add("take", take);
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<WaitingItem>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    private DynamicParameters Values()
    {
        var values = new DynamicParameters();
        values.Add("me", officer.Id.Value);
        values.Add("agencies", officer.AgenciesOf(OfficeRole.Signer).Select(a => a.Value).ToArray());
        return values;
    }
}

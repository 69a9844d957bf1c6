using System.Data.Common;
using Dapper;

namespace MotCua.Reports.Submissions;

/// <summary>A record behind a frozen number: what was kept, and what the record says today.</summary>
/// <param name="Code">As frozen.</param>
/// <param name="RowKey">The row of the form.</param>
/// <param name="Agency">Code of the agency that it counted under.</param>
/// <param name="Procedure">Code; null for a record that is no dossier.</param>
/// <param name="Field">Of the dossier.</param>
/// <param name="Received">Of the dossier.</param>
/// <param name="DueDay">As promised today.</param>
/// <param name="Finished">As known today.</param>
/// <param name="Directive">The task from above, in B.4.</param>
public sealed record FrozenRecord(
    string Code, string RowKey, string Agency, string? Procedure, string? Field, DateTimeOffset? Received, DateOnly? DueDay, DateTimeOffset? Finished, Guid? Directive)
{
    /// <summary>Before the id of a rating form that names no dossier and has no code.</summary>
    public const string FormMark = "#";

    public bool IsForm => Code.StartsWith(FormMark, StringComparison.Ordinal);
}

/// <summary>The kept lists of a version in the database.</summary>
public static class FrozenLists
{
    /// <summary>Keeps the lists of a version that has not been sent, in place of those it had.</summary>
    public static async Task ReplaceAsync(DbConnection connection, Guid submission, IReadOnlyList<FrozenSet> sets, CancellationToken ct)
    {
        await connection.ExecuteAsync(new CommandDefinition("delete from report_frozen_lists where submission_id = @submission", new { submission }, cancellationToken: ct));
        const string Sql =
            """
            insert into report_frozen_lists (submission_id, row_key, agency, figures, codes)
            values (@submission, @RowKey, @Agency, @figures, @codes)
            """;
        await connection.ExecuteAsync(new CommandDefinition(
            Sql, sets.Select(s => new { submission, s.RowKey, s.Agency, figures = s.Figures.ToArray(), codes = s.Codes.ToArray() }).ToList(), cancellationToken: ct));
    }

    public static async Task<IReadOnlyList<FrozenSet>> ReadAsync(DbConnection connection, Guid submission, CancellationToken ct)
    {
        const string Sql = "select row_key, agency, figures, codes from report_frozen_lists where submission_id = @submission";
        var rows = await connection.QueryAsync<(string RowKey, string Agency, string[] Figures, string[] Codes)>(
            new CommandDefinition(Sql, new { submission }, cancellationToken: ct));
        return [.. rows.Select(r => new FrozenSet(r.RowKey, r.Agency, r.Figures, r.Codes))];
    }

    // A row of a narrative report that ends with a colon means all rows that begin with it (KeptList).
    private const string Behind =
        """
        submission_id = @submission and figures && string_to_array(@Figure, ',') and (@Agency::text is null or agency = @Agency)
        and (@Row::text is null or row_key = @Row or (right(@Row, 1) = ':' and starts_with(row_key, @Row)))
        """;

    /// <summary>A number: which figure (or several, joined by commas), in which row (null: the sum), of which agency (null: all).</summary>
    public sealed record Number(string Figure, string? Row, string? Agency = null);

    /// <summary>How many records stand behind a number.</summary>
    public static Task<long> LengthAsync(DbConnection connection, Guid submission, Number number, CancellationToken ct) => connection.ExecuteScalarAsync<long>(new CommandDefinition(
        $"select coalesce(sum(cardinality(codes)), 0)::bigint from report_frozen_lists where {Behind}",
        new { submission, number.Figure, number.Row, number.Agency },
        cancellationToken: ct));

    /// <summary>Some of the records behind a number, by code.</summary>
    public static async Task<IReadOnlyList<FrozenRecord>> ListAsync(
        DbConnection connection, Guid submission, Number number, (int Skip, int Take) page, CancellationToken ct)
    {
        const string Sql =
            $"""
            with kept as (
                select l.row_key, l.agency, c.code from report_frozen_lists l cross join unnest(l.codes) c(code)
                where {Behind}
                order by c.code collate "C" offset @Skip limit @Take)
            select k.code, k.row_key, k.agency, p.code as procedure, d.field, coalesce(d.received_at, d.refused_at) as received, d.due_day, d.finished_at as finished,
                   t.id as directive
            from kept k left join dossiers d on d.code = k.code left join procedures p on p.id = d.procedure_id
            left join directives t on t.number = k.code and d.id is null
            order by k.code collate "C"
            """;
        return [.. await connection.QueryAsync<FrozenRecord>(new CommandDefinition(Sql, new { submission, number.Figure, number.Row, number.Agency, page.Skip, page.Take }, cancellationToken: ct))];
    }
}

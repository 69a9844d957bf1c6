using System.Data.Common;
using Dapper;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>A rating behind B.3: a dossier's, or a form's that names none (<c>Dossier</c> is empty).</summary>
public sealed record ListedRating(
    string Dossier, string Field, string Agency, DateTimeOffset At, int Rating, string Via, string? Device, int? Time, int? Staff, int? Information, int? Cost);

/// <summary>The ratings of B.3 by the way they came: paper, the counter's device, online. The same rows as the figure "rated".</summary>
public static class RatingChannels
{
    private const string Rated =
        """
        , r as (
            select x.*, case when x.code = '' then x.channel else coalesce(
                (select e.facts ->> 'via' from dossier_events e where e.dossier_id = x.id and e.kind = 'rated' order by e.seq desc limit 1), '') end as via
            from x)
        """;

    /// <summary>Every way has its number; together they are the ratings of the period.</summary>
    public static async Task<IReadOnlyDictionary<RatingVia, long>> CountAsync(
        DbConnection connection, Period period, IReadOnlyCollection<AgencyId> agencies, CancellationToken ct)
    {
        var parameters = FigureQuery.Parameters(period, agencies, out var ids);
        var sql = $"{FigureSql.Rows(FigureBase.Rated, Basis.Original, ids)} {Rated} select via, count(*) from r group by via";
        var rows = await connection.QueryAsync<(string Via, long Count)>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
        var counts = rows.ToDictionary(r => r.Via, r => r.Count, StringComparer.Ordinal);
        return Enum.GetValues<RatingVia>().ToDictionary(v => v, v => counts.GetValueOrDefault(v.Text()));
    }

    /// <summary>The newest first.</summary>
    public static async Task<IReadOnlyList<ListedRating>> ListAsync(
        DbConnection connection, Period period, IReadOnlyCollection<AgencyId> agencies, RatingVia? via, int skip, int take, CancellationToken ct)
    {
        var parameters = FigureQuery.Parameters(period, agencies, out var ids);
        parameters.Add("via", via?.Text());
        parameters.Add("skip", skip);
        parameters.Add("take", take);
        var sql =
            $"""
            {FigureSql.Rows(FigureBase.Rated, Basis.Original, ids)} {Rated}
            select r.code as dossier, r.field, a.code as agency, coalesce(d.rated_at, f.rated_at) as at, r.rating, r.via, coalesce(f.device, g.device) as device,
                   coalesce(f.time_rating, g.time_rating) as time, coalesce(f.staff_rating, g.staff_rating) as staff,
                   coalesce(f.information_rating, g.information_rating) as information, coalesce(f.cost_rating, g.cost_rating) as cost
            from r join agencies a on a.id = r.agency_id
                left join dossiers d on d.id = r.id
                left join survey_forms f on f.id = r.id
                left join survey_forms g on g.dossier_id = r.id
            where @via::text is null or r.via = @via
            order by 4 desc, r.id offset @skip limit @take
            """;
        return [.. await connection.QueryAsync<ListedRating>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct))];
    }
}

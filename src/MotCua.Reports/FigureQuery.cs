using System.Data.Common;
using Dapper;
using MotCua.Organization;

namespace MotCua.Reports;

/// <summary>By what the counts are kept apart.</summary>
public enum Grouping
{
    Agency,
    Field,
    Procedure,
    Level,
}

public static class Groupings
{
    private static readonly Dictionary<Grouping, string> Heads = new()
    {
        [Grouping.Agency] = "Đơn vị",
        [Grouping.Field] = "Lĩnh vực",
        [Grouping.Procedure] = "Thủ tục",
        [Grouping.Level] = "Cấp",
    };

    /// <summary>What stands above the names of the rows.</summary>
    public static string Head(this Grouping grouping) => Heads[grouping];
}

/// <summary>The values of some figures for one group: an agency and, when asked, a field or a procedure.</summary>
public sealed record FigureRow(AgencyId Agency, string? Key, IReadOnlyDictionary<string, long> Values)
{
    public long this[string figure] => Values[figure];
}

/// <summary>A dossier behind a figure, as <c>motcua list</c> prints it.</summary>
public sealed record ListedDossier(
    string Dossier, string Agency, string Procedure, DateTimeOffset? Received, DateTimeOffset? DueAt, DateOnly? DueDay, DateTimeOffset? Finished,
    string Applicant, string Field);

/// <summary>Counts and lists: the same rows, the same condition, so that a number and its list cannot differ.</summary>
public sealed class FigureQuery(DbConnection connection)
{
    /// <summary>Counts of the figures, which must share one base, by competent agency and optionally field or procedure.</summary>
    public async Task<IReadOnlyList<FigureRow>> CountAsync(
        IReadOnlyList<Figure> figures, Period period, Basis basis, IReadOnlyCollection<AgencyId>? agencies, Grouping grouping, CancellationToken ct)
    {
        var rows = new Dictionary<(AgencyId, string?), Dictionary<string, long>>();
        foreach (var sameBase in figures.GroupBy(f => f.Base))
        {
            await AddAsync(rows, [.. sameBase], period, basis, agencies, grouping, ct);
        }

        return [.. rows.Select(r => new FigureRow(r.Key.Item1, r.Key.Item2, Complete(r.Value, figures)))];
    }

    private async Task AddAsync(
        Dictionary<(AgencyId, string?), Dictionary<string, long>> rows,
        IReadOnlyList<Figure> figures,
        Period period,
        Basis basis,
        IReadOnlyCollection<AgencyId>? agencies,
        Grouping grouping,
        CancellationToken ct)
    {
        var (key, join) = grouping switch
        {
            Grouping.Field => ("field", ""),
            Grouping.Procedure => ("p.code", "join procedures p on p.id = x.procedure_id"),
            _ => ("null::text", ""),
        };
        var sql =
            $"""
            {FigureSql.Rows(figures[0].Base, basis)}
            select agency_id, {key} as key, {string.Join(", ", figures.Select(FigureSql.Column))}
            from x {join}
            group by agency_id, {key}
            """;
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, Parameters(period, agencies), commandTimeout: 300, cancellationToken: ct));
        while (await reader.ReadAsync(ct))
        {
            var group = (new AgencyId(reader.GetGuid(0)), reader.IsDBNull(1) ? null : reader.GetString(1));
            if (!rows.TryGetValue(group, out var values))
            {
                rows[group] = values = new Dictionary<string, long>(StringComparer.Ordinal);
            }

            for (var i = 0; i < figures.Count; i++)
            {
                values[figures[i].Name] = reader.GetInt64(i + 2);
            }
        }
    }

    /// <summary>The dossiers of a figure, by code.</summary>
    /// <param name="figure">The figure whose set is listed.</param>
    /// <param name="period">The report's period.</param>
    /// <param name="basis">By which date lateness is judged.</param>
    /// <param name="agencies">The agencies whose dossiers count; null for all.</param>
    /// <param name="field">Only this field; null for all.</param>
    /// <param name="procedure">Only this procedure code; null for all.</param>
    /// <param name="page">Offset and most rows.</param>
    /// <param name="ct">Cancels the query.</param>
    public async Task<IReadOnlyList<ListedDossier>> ListAsync(
        Figure figure, Period period, Basis basis, IReadOnlyCollection<AgencyId>? agencies, string? field, string? procedure, (int Skip, int Take) page, CancellationToken ct)
    {
        var sql =
            $"""
            {FigureSql.Rows(figure.Base, basis)}
            select x.code as dossier, a.code as agency, p.code as procedure, x.received_at as received, x.due_at, x.due_day,
                   case when x.finished then x.finished_at end as finished, d.applicant ->> 'name' as applicant, x.field
            from (select * from x where {figure.Condition}) x
            join agencies a on a.id = x.agency_id
            join procedures p on p.id = x.procedure_id
            join dossiers d on d.id = x.id
            where (@field::text is null or x.field = @field) and (@procedure::text is null or p.code = @procedure)
            order by x.code collate "C"
            offset @skip limit @take
            """;
        var parameters = Parameters(period, agencies);
        parameters.Add("field", field);
        parameters.Add("procedure", procedure);
        parameters.Add("skip", page.Skip);
        parameters.Add("take", page.Take);
        return [.. await connection.QueryAsync<ListedDossier>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct))];
    }

    internal static DynamicParameters Parameters(Period period, IReadOnlyCollection<AgencyId>? agencies)
    {
        var parameters = new DynamicParameters();
        parameters.Add("start", period.Start);
        parameters.Add("end", period.End);
        parameters.Add("last_day", period.LastDay);
        parameters.Add("agencies", agencies?.Select(a => a.Value).ToArray());
        return parameters;
    }

    private static Dictionary<string, long> Complete(Dictionary<string, long> values, IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            values.TryAdd(figure.Name, 0);
        }

        return values;
    }
}

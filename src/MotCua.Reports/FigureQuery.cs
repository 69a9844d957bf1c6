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

    /// <summary>How it came in: direct, online, postal.</summary>
    Channel,

    /// <summary>Who holds it, or handled it when it was finished.</summary>
    Officer,
}

public static class Groupings
{
    private static readonly Dictionary<Grouping, string> Heads = new()
    {
        [Grouping.Agency] = "Đơn vị",
        [Grouping.Field] = "Lĩnh vực",
        [Grouping.Procedure] = "Thủ tục",
        [Grouping.Level] = "Cấp",
        [Grouping.Channel] = "Kênh nộp",
        [Grouping.Officer] = "Người thụ lý",
    };

    /// <summary>What --by of the command line may say (CONTRACT 2).</summary>
    public static IReadOnlyList<Grouping> OfContract { get; } = [Grouping.Agency, Grouping.Field, Grouping.Procedure, Grouping.Level];

    /// <summary>A channel in words; anything else as it is.</summary>
    public static string ChannelName(string channel) => channel switch
    {
        "paper" => "Phiếu giấy không ghi hồ sơ",
        "kiosk" => "Máy đánh giá không ghi hồ sơ",
        "direct" => "Trực tiếp",
        "online" => "Trực tuyến",
        "postal" => "Bưu chính",
        _ => channel,
    };

    /// <summary>What stands above the names of the rows.</summary>
    public static string Head(this Grouping grouping) => Heads[grouping];
}

/// <summary>The values of some figures for one group: an agency and, when asked, a field or a procedure.</summary>
public sealed record FigureRow(AgencyId Agency, string? Key, IReadOnlyDictionary<string, long> Values)
{
    public long this[string figure] => Values[figure];
}

/// <summary>A dossier behind a figure, as <c>motcua list</c> prints it; <c>Row</c>: its row in a form, from 0, in <see cref="FigureQuery.ByRows"/> only.</summary>
public sealed record ListedDossier(
    string Dossier, string Agency, string Procedure, DateTimeOffset? Received, DateTimeOffset? DueAt, DateOnly? DueDay, DateTimeOffset? Finished,
    string Applicant, string Field, string Channel, int? Row);

/// <summary>Narrows a figure's set; a member that is null narrows nothing. An officer of "" is: nobody yet.</summary>
public sealed record FigureFilter
{
    public string? Field { get; init; }

    /// <summary>A procedure's code.</summary>
    public string? Procedure { get; init; }

    /// <summary>direct, online or postal.</summary>
    public string? Channel { get; init; }

    /// <summary>An officer's code.</summary>
    public string? Officer { get; init; }

    public static FigureFilter None { get; } = new();
}

/// <summary>Whose list is asked for: a figure over agencies (null for all) and a period.</summary>
public sealed record FigureQuestion(Figure Figure, Period Period, Basis Basis, IReadOnlyCollection<AgencyId>? Agencies)
{
    public FigureFilter Filter { get; init; } = FigureFilter.None;
}

/// <summary>By what a list of dossiers is sorted; by code within.</summary>
public enum ListColumn
{
    Dossier,
    Received,
    Due,
    Finished,
    Procedure,
    Agency,
}

/// <summary>A column and its direction.</summary>
public readonly record struct ListOrder(ListColumn Column, bool Descending)
{
    internal string Sql()
    {
        var column = Column switch
        {
            ListColumn.Received => "coalesce(x.received_at, x.refused_at)",
            ListColumn.Due => "x.due_at",
            ListColumn.Finished => "case when x.finished then x.finished_at end",
            ListColumn.Procedure => "p.code",
            ListColumn.Agency => "a.code",
            _ => null,
        };
        var direction = Descending ? "desc" : "asc";
        return column is null ? $"x.code collate \"C\" {direction}" : $"{column} {direction} nulls last, x.code collate \"C\"";
    }
}

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
        var (key, join) = FigureSql.Group(grouping);
        var parameters = Parameters(period, agencies, out var ids);
        var sql =
            $"""
            {FigureSql.Rows(figures[0].Base, basis, ids)}
            select x.agency_id, {key} as key, {string.Join(", ", figures.Select(FigureSql.Column))}
            from x {join}
            group by x.agency_id, {key}
            """;
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
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

    /// <summary>The dossiers of a figure in the order asked for, then by code.</summary>
    public async Task<IReadOnlyList<ListedDossier>> ListAsync(FigureQuestion asked, ListOrder order, (int Skip, int Take) page, CancellationToken ct)
    {
        var (sql, parameters) = Sql(asked, order.Sql());
        parameters.Add("skip", page.Skip);
        parameters.Add("take", page.Take);
        return [.. await connection.QueryAsync<ListedDossier>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct))];
    }

    /// <summary>How many dossiers <see cref="ListAsync"/> lists in all.</summary>
    public Task<long> LengthAsync(FigureQuestion asked, CancellationToken ct)
    {
        var (sql, parameters) = Sql(asked, null);
        return connection.ExecuteScalarAsync<long>(new CommandDefinition(sql, parameters, commandTimeout: 300, cancellationToken: ct));
    }

    /// <summary>
    /// The dossiers of a figure sorted by the rows of a form, read while they are written: <paramref name="places"/> gives the agency
    /// (its id as text) or the key of a group the number of its row.
    /// </summary>
    public IEnumerable<ListedDossier> ByRows(FigureQuestion asked, Grouping grouping, IReadOnlyDictionary<string, int> places, int most)
    {
        var key = grouping is Grouping.Agency or Grouping.Level ? "x.agency_id::text" : FigureSql.Group(grouping).Key;
        var (sql, parameters) = Sql(asked, "g.place nulls last, x.code collate \"C\"", $"left join unnest(@keys::text[], @places::int[]) g(key, place) on g.key = {key}", grouping is Grouping.Officer);
        parameters.Add("keys", places.Keys.ToArray());
        parameters.Add("places", places.Values.ToArray());
        parameters.Add("skip", 0);
        parameters.Add("take", most);
        return connection.Query<ListedDossier>(new CommandDefinition(sql, parameters, commandTimeout: 300, flags: CommandFlags.None));
    }

    /// <summary>Counts when there is no order.</summary>
    private static (string Sql, DynamicParameters Parameters) Sql(FigureQuestion asked, string? order, string more = "", bool officers = false)
    {
        var parameters = Parameters(asked.Period, asked.Agencies, out var ids);
        parameters.Add("field", asked.Filter.Field);
        parameters.Add("procedure", asked.Filter.Procedure);
        parameters.Add("channel", asked.Filter.Channel);
        parameters.Add("officer", asked.Filter.Officer);
        var columns = order is null
            ? "select count(*)"
            : """
              select x.code as dossier, a.code as agency, coalesce(p.code, '') as procedure, x.received_at as received, x.due_at, x.due_day,
                     case when x.finished then x.finished_at end as finished, coalesce(d.applicant ->> 'name', '') as applicant, x.field, x.channel
              """ + (more.Length == 0 ? ", null::int as row" : ", g.place as row");
        var sql =
            $"""
            {FigureSql.Rows(asked.Figure.Base, asked.Basis, ids)}
            {columns}
            from (select * from x where {asked.Figure.Condition}) x
            left join procedures p on p.id = x.procedure_id
            {(order is null ? "" : "join agencies a on a.id = x.agency_id left join dossiers d on d.id = x.id")}
            {(officers || asked.Filter.Officer is not null ? FigureSql.Officer : "")}
            {more}
            where (@field::text is null or x.field = @field) and (@procedure::text is null or p.code = @procedure)
                  and (@channel::text is null or x.channel = @channel){(asked.Filter.Officer is null ? "" : " and coalesce(h.officer, '') = @officer")}
            {(order is null ? "" : $"order by {order} offset @skip limit @take")}
            """;
        return (sql, parameters);
    }

    internal static DynamicParameters Parameters(Period period, IReadOnlyCollection<AgencyId>? agencies) => Parameters(period, agencies, out _);

    /// <param name="period">P0, P1 and L.</param>
    /// <param name="agencies">Null for all.</param>
    /// <param name="ids">The same as the query takes them; goes to <see cref="FigureSql"/> too.</param>
    internal static DynamicParameters Parameters(Period period, IReadOnlyCollection<AgencyId>? agencies, out Guid[]? ids)
    {
        ids = agencies?.Select(a => a.Value).ToArray();
        var parameters = new DynamicParameters();
        parameters.Add("start", period.Start);
        parameters.Add("end", period.End);
        parameters.Add("last_day", period.LastDay);
        parameters.Add("agencies", ids);
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

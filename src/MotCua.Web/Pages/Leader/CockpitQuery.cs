using Dapper;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Web.Pages.Leader;

/// <summary>Done, and of it late, of one field, officer or month.</summary>
public sealed record RateRow
{
    public string Name { get; init; } = "";

    public Guid? Id { get; init; }

    public int Done { get; init; }

    public int Late { get; init; }

    public int InTime => Done - Late;

    /// <summary>In percent; null when nothing was done.</summary>
    public decimal? Rate => MotCua.Reports.Rates.Of(InTime, Done);
}

/// <summary>How many dossiers of a field are at a place, and how many of them are overdue.</summary>
public sealed record HeatCell
{
    public string Field { get; init; } = "";

    public string Place { get; init; } = "";

    public int Count { get; init; }

    public int Late { get; init; }
}

public sealed record DayCount
{
    public DateOnly Day { get; init; }

    public int Received { get; init; }

    public int Done { get; init; }
}

public sealed record MonthCount
{
    public DateOnly Month { get; init; }

    public int Done { get; init; }

    public int Late { get; init; }
}

/// <summary>The figures of the cockpit: a fixed number of queries over indexes, whatever the number of dossiers.</summary>
public sealed class CockpitQuery(NpgsqlDataSource source, WatchQuery watch)
{
    private const string ByField = $"""
        select d.field as name, count(*)::int as done, (count(*) filter (where d.verdict = 'late'))::int as late
        from dossiers d where d.agency_id = any(@agencies) and {WatchSql.Done} group by d.field
        """;

    private const string ByOfficer = $"""
        select x.officer_id as id, o.name, x.done, x.late
        from (
            select done_by.officer_id, count(*)::int as done, (count(*) filter (where d.verdict = 'late'))::int as late
            from dossiers d {WatchSql.DoneBy}
            where d.agency_id = any(@agencies) and {WatchSql.Done} and done_by.officer_id is not null group by done_by.officer_id) x join officers o on o.id = x.officer_id
        order by x.late desc, x.done desc limit 12
        """;

    private const string OpenHeat = $"""
        select d.field, {WatchSql.Place} as place, count(*)::int as count, (count(*) filter (where {WatchSql.Overdue}))::int as late
        from dossiers d where d.agency_id = any(@agencies) and {WatchSql.Open} group by 1, 2
        """;

    private const string LateHeat = $"""
        with {WatchSql.Limits}
        select d.field, coalesce(late_at.place, 'assign') as place, count(*)::int as count, 0 as late
        from ({WatchSql.LateInPeriod}) d {WatchSql.WhenLate}
        group by 1, 2
        """;

    private const string Days = """
        select x.day, sum(x.received)::int as received, sum(x.done)::int as done
        from (
            select (received_at at time zone 'Asia/Ho_Chi_Minh')::date as day, count(*) as received, 0 as done
            from dossiers where received_at >= @since and received_at < @until and agency_id = any(@agencies) group by 1
            union all
            select (finished_at at time zone 'Asia/Ho_Chi_Minh')::date, 0, count(*)
            from dossiers where finished_at >= @since and finished_at < @until and finish_kind <> 'withdrawn' and agency_id = any(@agencies) group by 1) x
        group by x.day
        """;

    private const string Months = """
        select date_trunc('month', finished_at at time zone 'Asia/Ho_Chi_Minh')::date as month, count(*)::int as done, (count(*) filter (where verdict = 'late'))::int as late
        from dossiers where agency_id = any(@agencies) and finished_at >= @since and finished_at < @until and finish_kind <> 'withdrawn' group by 1
        """;

    private const string Online = """
        select count(*)::int, (count(*) filter (where channel = 'online'))::int
        from dossiers where received_at >= @since and received_at < @until and agency_id = any(@agencies)
        """;

    /// <summary>Rates of the period: by field the worst first, by officer those with late ones first.</summary>
    public async Task<(IReadOnlyList<RateRow> Fields, IReadOnlyList<RateRow> Officers)> RatesAsync(IReadOnlyCollection<AgencyId> agencies, WatchFilter period, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = await watch.ValuesAsync(connection, agencies, risk: false, period, ct);
        var fields = await connection.QueryAsync<RateRow>(new CommandDefinition(ByField, values, cancellationToken: ct));
        var officers = await connection.QueryAsync<RateRow>(new CommandDefinition(ByOfficer, values, cancellationToken: ct));
        return ([.. fields.OrderBy(f => f.Rate).ThenByDescending(f => f.Done).ThenBy(f => f.Name, StringComparer.Ordinal)], [.. officers]);
    }

    public async Task<IReadOnlyList<HeatCell>> OpenHeatAsync(IReadOnlyCollection<AgencyId> agencies, CancellationToken ct) => await HeatAsync(OpenHeat, agencies, null, ct);

    /// <summary>What is late in the period, at the step where it became so.</summary>
    public async Task<IReadOnlyList<HeatCell>> LateHeatAsync(IReadOnlyCollection<AgencyId> agencies, WatchFilter period, CancellationToken ct) => await HeatAsync(LateHeat, agencies, period, ct);

    public async Task<IReadOnlyList<DayCount>> DaysAsync(IReadOnlyCollection<AgencyId> agencies, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<DayCount>(new CommandDefinition(Days, Between(agencies, first, last), cancellationToken: ct))];
    }

    public async Task<IReadOnlyList<MonthCount>> MonthsAsync(IReadOnlyCollection<AgencyId> agencies, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<MonthCount>(new CommandDefinition(Months, Between(agencies, first, last), cancellationToken: ct))];
    }

    /// <summary>Received in the period, and of it online.</summary>
    public async Task<(int All, int Online)> OnlineAsync(IReadOnlyCollection<AgencyId> agencies, DateOnly first, DateOnly last, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<(int, int)>(new CommandDefinition(Online, Between(agencies, first, last), cancellationToken: ct));
    }

    private async Task<IReadOnlyList<HeatCell>> HeatAsync(string sql, IReadOnlyCollection<AgencyId> agencies, WatchFilter? period, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var values = await watch.ValuesAsync(connection, agencies, risk: false, period, ct);
        return [.. await connection.QueryAsync<HeatCell>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    private static DynamicParameters Between(IReadOnlyCollection<AgencyId> agencies, DateOnly first, DateOnly last)
    {
        var values = new DynamicParameters();
        values.Add("agencies", agencies.Select(a => a.Value).ToArray());
        values.Add("since", Moment.At(first, TimeOnly.MinValue).Instant);
        values.Add("until", Moment.At(last.AddDays(1), TimeOnly.MinValue).Instant);
        return values;
    }
}

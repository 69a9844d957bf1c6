using Dapper;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Web.Pages.Inbox;

/// <summary>
/// The lists of the inbox in plain SQL over dossiers_open_ix, dossiers_finished_ix, dossiers_ready_ix and dossiers_legs_ix. Lateness is judged
/// as the due cell judges it: by date, or by instant for a limit in hours without a new date; what stands still is not late here.
/// </summary>
public sealed class InboxQuery(NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>The most rows that "tick all" puts on one page, and a bulk act takes.</summary>
    public const int MostTicked = 500;

    private const string Open = "d.agency_id = any(@agencies) and d.finished_at is null and d.received_at is not null";

    // The predicate of dossiers_legs_ix, word by word; a dossier of the own office is in its own lists already.
    private const string Asked =
        "d.finished_at is null and d.open_leg_agencies <> '{}' and d.open_leg_agencies && @agencies and not (d.agency_id = any(@agencies))";

    // Of the legs that lie here the most urgent: its deadline is the row's.
    private const string Leg =
        """
        cross join lateral (
            select (l ->> 'no')::int as leg_no, l ->> 'task' as leg_task, l ->> 'limit' as leg_limit, (l ->> 'dueAt')::timestamptz as leg_due_at
            from jsonb_array_elements(d.legs) l
            where (l -> 'to' ->> 'value')::uuid = any(@agencies) and l ->> 'sentAt' is not null and l ->> 'answeredAt' is null
            order by 4 nulls last, 1 limit 1) leg
        """;

    private const string Overdue =
        """
        d.stopped_at is null and case when d.extended_due is null and d."limit" like '%h' then d.due_at < @now
            else coalesce(d.extended_due, d.due_day) < @today end
        """;

    // A new date counts to the end of its day; closing time is near enough to sort by and to call soon.
    private const string DueInstant = "coalesce((d.extended_due + time '17:00') at time zone 'Asia/Ho_Chi_Minh', d.due_at)";

    private const string Soon = $"d.stopped_at is null and {DueInstant} < @soon and not ({Overdue})";

    private const string Columns =
        """
        d.code, d.revision, d.status, v.name as procedure, d.field, d.applicant->>'name' as applicant, d.applicant_phone as phone, d.channel,
        d.received_at, d."limit", d.due_day, d.due_at, d.extended_due, d.stopped_at, d.supplement_requests, d.finished_at, d.returned_at,
        d.agency_id, nullif(d.desk_id, d.agency_id) as desk_id, d.apology_at is not null as apologised, d.holder_id, o.name as holder, d.held_since, v.content->'steps'->(d.step - 1)->>'name' as step_name, p.total
        """;

    private InboxCounts? counts;

    /// <summary>Once a request: tabs and side menu show the same numbers.</summary>
    public async Task<InboxCounts> CountsAsync(CancellationToken ct)
    {
        if (counts is null)
        {
            const string Sql = $"""
                with open as (
                    select count(*) filter (where d.holder_id = @me) as mine, count(*) filter (where d.holder_id is null) as unassigned,
                        count(*) filter (where d.stopped_at is not null) as paused, count(*) as whole_office
                    from dossiers d where {Open})
                select open.*,
                    (select count(*) from dossiers d where d.finished_at >= @monday and d.agency_id = any(@agencies)) as done_this_week,
                    (select count(*) from dossiers d where {WaitingList.Ready}) as waiting,
                    (select count(*) from dossiers d where {Asked}) as legs
                from open
                """;
            await using var connection = await source.OpenConnectionAsync(ct);
            counts = await connection.QuerySingleAsync<InboxCounts>(new CommandDefinition(Sql, Values(null), cancellationToken: ct));
        }

        return counts;
    }

    public async Task<InboxChips> ChipsAsync(InboxTab tab, DeadlineClock clock, CancellationToken ct)
    {
        var sql = $"""
            select count(*) filter (where {OverdueOf(tab)}) as overdue, count(*) filter (where {SoonOf(tab)}) as soon,
                {(tab == InboxTab.Legs ? "0" : "count(*) filter (where d.holder_id <> @me)")} as others, count(distinct d.procedure_id) as procedures
            from {From(tab)} where {Of(tab)}
            """;
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<InboxChips>(new CommandDefinition(sql, Values(clock), cancellationToken: ct));
    }

    public async Task<IReadOnlyList<string>> FieldsAsync(InboxTab tab, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        var sql = $"select distinct d.field from dossiers d where {Of(tab)} order by 1";
        return [.. await connection.QueryAsync<string>(new CommandDefinition(sql, Values(null), cancellationToken: ct))];
    }

    /// <summary>One page; the first row tells how many there are in all. The latest first, what stands still last.</summary>
    public async Task<IReadOnlyList<InboxRow>> RowsAsync(InboxFilter filter, DeadlineClock clock, int skip, int take, CancellationToken ct)
    {
        var sql = $"""
            with page as (
                select d.id, row_number() over (order by {OrderOf(filter)}) as place, count(*) over () as total
                from {From(filter.Tab)} {(filter.Text.Length > 0 ? "join procedure_versions v on v.id = d.procedure_version_id" : "")}
                where {Of(filter.Tab)}{Narrowed(filter)}
                order by place limit @take offset @skip)
            select {Columns}{(filter.Tab == InboxTab.Legs ? ", leg.*" : "")}
            from page p join dossiers d on d.id = p.id join procedure_versions v on v.id = d.procedure_version_id
                left join officers o on o.id = d.holder_id {(filter.Tab == InboxTab.Legs ? Leg : "")}
            order by p.place
            """;
        var values = Values(clock, filter);
        values.Add("skip", skip);
        values.Add("take", take);
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<InboxRow>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    /// <summary>Where a dossier stands in a list, and its neighbours; null when it is not (or no longer) there.</summary>
    public async Task<InboxPlace?> PlaceAsync(InboxFilter filter, DeadlineClock clock, string code, CancellationToken ct)
    {
        var sql = $"""
            select * from (
                select d.code, row_number() over w as place, lag(d.code) over w as previous, lead(d.code) over w as next, count(*) over () as total
                from {From(filter.Tab)} {(filter.Text.Length > 0 ? "join procedure_versions v on v.id = d.procedure_version_id" : "")}
                where {Of(filter.Tab)}{Narrowed(filter)}
                window w as (order by {OrderOf(filter)})) list
            where list.code = @at
            """;
        var values = Values(clock, filter);
        values.Add("at", code);
        await using var connection = await source.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<InboxPlace>(new CommandDefinition(sql, values, cancellationToken: ct));
    }

    /// <summary>Results and decisions that nobody has fetched yet, the longest waiting first.</summary>
    public async Task<IReadOnlyList<InboxRow>> WaitingAsync(string? text, int skip, int take, CancellationToken ct)
    {
        var words = text is { Length: > 0 } ? " and (d.applicant_key like @words or d.code like @code or d.applicant_phone like @words or d.applicant_id_number like @words)" : "";
        var sql = $"""
            with page as (
                select d.id, row_number() over (order by d.finished_at, d.code) as place, count(*) over () as total
                from dossiers d where {WaitingList.Ready}{words}
                order by place limit @take offset @skip)
            select {Columns}
            from page p join dossiers d on d.id = p.id join procedure_versions v on v.id = d.procedure_version_id
                left join officers o on o.id = d.holder_id
            order by p.place
            """;
        var values = Values(null);
        values.Add("skip", skip);
        values.Add("take", take);
        values.Add("words", "%" + Like(Vietnamese.SearchKey(text ?? "")) + "%");
        values.Add("code", "%" + Like((text ?? "").Trim().ToUpperInvariant()) + "%");
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<InboxRow>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    /// <summary>Named dossiers, for a bulk act; those the officer may not see are left out.</summary>
    public async Task<IReadOnlyList<InboxRow>> NamedAsync(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        var sql = $"""
            select {Columns.Replace("p.total", "0 as total", StringComparison.Ordinal)}
            from dossiers d join procedure_versions v on v.id = d.procedure_version_id left join officers o on o.id = d.holder_id
            where d.code = any(@codes) and {Open}
            order by d.code
            """;
        var values = Values(null);
        values.Add("codes", codes.Take(MostTicked).ToArray());
        await using var connection = await source.OpenConnectionAsync(ct);
        return [.. await connection.QueryAsync<InboxRow>(new CommandDefinition(sql, values, cancellationToken: ct))];
    }

    private static string Of(InboxTab tab) => tab switch
    {
        InboxTab.Mine => $"{Open} and d.holder_id = @me",
        InboxTab.Unassigned => $"{Open} and d.holder_id is null",
        InboxTab.Paused => $"{Open} and d.stopped_at is not null",
        InboxTab.WholeOffice => Open,
        InboxTab.DoneThisWeek => "d.finished_at >= @monday and d.agency_id = any(@agencies)",
        InboxTab.Legs => Asked,
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };

    private static string From(InboxTab tab) => tab == InboxTab.Legs ? $"dossiers d {Leg}" : "dossiers d";

    private static string OverdueOf(InboxTab tab) => tab == InboxTab.Legs ? "leg.leg_due_at < @now" : Overdue;

    private static string SoonOf(InboxTab tab) => tab == InboxTab.Legs ? "leg.leg_due_at >= @now and leg.leg_due_at < @soon" : Soon;

    private static string Narrowed(InboxFilter filter) => string.Concat(
        filter.Text.Length > 0 ? " and (d.applicant_key like @words or v.name_key like @words or d.code like @code)" : "",
        string.IsNullOrEmpty(filter.LinhVuc) ? "" : " and d.field = @field",
        filter.Channel is null ? "" : " and d.channel = @channel",
        filter.HeldByOthers ? " and d.holder_id <> @me" : "",
        filter.Due switch
        {
            DueFilter.Overdue => $" and {OverdueOf(filter.Tab)}",
            DueFilter.Soon => $" and {SoonOf(filter.Tab)}",
            DueFilter.Today when filter.Tab == InboxTab.Legs => " and (leg.leg_due_at at time zone 'Asia/Ho_Chi_Minh')::date = @today",
            DueFilter.NoLimit when filter.Tab == InboxTab.Legs => " and leg.leg_due_at is null",
            DueFilter.Today => " and d.stopped_at is null and coalesce(d.extended_due, d.due_day) = @today",
            DueFilter.Paused => " and d.stopped_at is not null",
            DueFilter.NoLimit => " and d.due_day is null",
            _ => "",
        });

    private static string OrderOf(InboxFilter filter) => filter.Tab switch
    {
        InboxTab.DoneThisWeek => "d.finished_at desc, d.code",
        InboxTab.Legs => "leg.leg_due_at nulls last, d.code",
        _ => $"(d.stopped_at is not null), {DueInstant} nulls last, d.code",
    };

    private DynamicParameters Values(DeadlineClock clock, InboxFilter filter)
    {
        var values = Values(clock);
        values.Add("field", filter.LinhVuc);
        values.Add("channel", filter.Channel?.Text());
        values.Add("words", "%" + Like(Vietnamese.SearchKey(filter.Text)) + "%");
        values.Add("code", "%" + Like(filter.Text.ToUpperInvariant()) + "%");
        return values;
    }

    private DynamicParameters Values(DeadlineClock? clock)
    {
        var now = time.Now();
        var values = new DynamicParameters();
        values.Add("me", officer.Id.Value);
        values.Add("agencies", officer.SeenAgencies().Select(a => a.Value).ToArray());
        values.Add("now", now.Instant);
        values.Add("today", now.Day);
        values.Add("monday", Moment.At(now.Day.AddDays(-(((int)now.Day.DayOfWeek + 6) % 7)), default).Instant);
        if (clock is not null)
        {
            // Two whole days of sessions from now: what is due before it is "under two working days".
            values.Add("soon", clock.AfterDays(now.Instant, 2));
        }

        return values;
    }

    private static string Like(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}

/// <summary>Hồ sơ 4 trong 18, and the codes before and after it.</summary>
public sealed record InboxPlace
{
    public long Place { get; init; }

    public long Total { get; init; }

    public string? Previous { get; init; }

    public string? Next { get; init; }
}

/// <summary>What lies at the counter until somebody fetches it, as a where-clause over dossiers d.</summary>
public static class WaitingList
{
    // What was received here for another agency is handed back here: the second half reads dossiers_ready_desk_ix.
    public const string Ready =
        """
        (d.agency_id = any(@agencies) or (d.desk_id <> d.agency_id and d.desk_id = any(@agencies)))
        and d.finished_at is not null and d.returned_at is null and d.finish_kind <> 'withdrawn'
        """;
}

using System.Data.Common;
using Dapper;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>A set of directives as they stood on a day: its size is a cell of B.4, its list the same query.</summary>
/// <param name="Name">The column of B.4.</param>
/// <param name="Label">In words.</param>
/// <param name="Condition">SQL over <c>x</c>.</param>
public sealed record DirectiveFigure(string Name, string Label, string Condition);

/// <summary>A directive behind a figure, as it stood on the last day.</summary>
public sealed record ListedDirective(
    Guid Id, string Number, Guid AgencyId, string IssuedBy, string Document, string Content, DateOnly AssignedOn, DateOnly DueOn,
    DateOnly? StartedOn, DateOnly? SubmittedOn, DateOnly? ConfirmedOn);

/// <summary>
/// The columns of B.4 (CONTRACT 5). A directive counts when it was assigned before the end and was not confirmed before the
/// period; it is judged as it stood on the last day: what happened later has not happened yet.
/// </summary>
public static class DirectiveFigures
{
    public static IReadOnlyList<DirectiveFigure> All { get; } =
    [
        new("not_started_not_due", "Chưa thực hiện, chưa đến hạn", "state = 'not_started' and not overdue"),
        new("not_started_overdue", "Chưa thực hiện, đã quá hạn", "state = 'not_started' and overdue"),
        new("in_progress_not_due", "Đang thực hiện, chưa đến hạn", "state = 'in_progress' and not overdue"),
        new("in_progress_overdue", "Đang thực hiện, đã quá hạn", "state = 'in_progress' and overdue"),
        new("waiting_confirmation", "Chờ xác nhận", "state = 'waiting_confirmation'"),
        new("completed_on_time", "Đã hoàn thành, đúng hạn", "state = 'completed' and done_on <= due_on"),
        new("completed_late", "Đã hoàn thành, quá hạn", "state = 'completed' and done_on > due_on"),
        new("directives", "Tất cả nhiệm vụ được giao", "true"),
    ];

    // Submission implies the start, confirmation implies submission; a day after the last one has not come yet.
    private const string Rows =
        """
        with x as (
            select s.*, case
                    when s.confirmed then 'completed'
                    when s.submitted then 'waiting_confirmation'
                    when s.started then 'in_progress'
                    else 'not_started'
                end as state,
                @last_day > s.due_on as overdue,
                case when s.submitted_on <= @last_day then s.submitted_on else s.confirmed_on end as done_on
            from (
                select d.*,
                    coalesce(d.confirmed_on <= @last_day, false) as confirmed,
                    coalesce(d.submitted_on <= @last_day, false) as submitted,
                    coalesce(d.started_on <= @last_day, false) as started
                from directives d
                where d.assigned_on <= @assigned_to and d.agency_id = any(@agencies)) s
            where not s.confirmed or s.confirmed_on >= @from
        )
        """;

    /// <param name="connection">The database.</param>
    /// <param name="span">First day, last day, and the last day on which a directive that counts was assigned.</param>
    /// <param name="agencies">Whose directives.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Agency → figure → count.</returns>
    public static async Task<IReadOnlyDictionary<AgencyId, IReadOnlyDictionary<string, long>>> CountAsync(
        DbConnection connection, DirectiveSpan span, IEnumerable<AgencyId> agencies, CancellationToken ct)
    {
        var sql = $"{Rows} select agency_id, {string.Join(", ", All.Select(f => $"count(*) filter (where {f.Condition})"))} from x group by agency_id";
        var counts = new Dictionary<AgencyId, IReadOnlyDictionary<string, long>>();
        await using var reader = await connection.ExecuteReaderAsync(new CommandDefinition(sql, Parameters(span, agencies), cancellationToken: ct));
        while (await reader.ReadAsync(ct))
        {
            counts.Add(new AgencyId(reader.GetGuid(0)), All.Select((f, i) => (f.Name, Count: reader.GetInt64(i + 1))).ToDictionary(f => f.Name, f => f.Count, StringComparer.Ordinal));
        }

        return counts;
    }

    /// <summary>The directives of a figure: the earliest due first.</summary>
    public static async Task<IReadOnlyList<ListedDirective>> ListAsync(
        DbConnection connection, DirectiveFigure figure, DirectiveSpan span, IEnumerable<AgencyId> agencies, CancellationToken ct)
    {
        var sql =
            $"""
            {Rows}
            select id, number, agency_id, issued_by, document, content, assigned_on, due_on, started_on, submitted_on, confirmed_on
            from x where {figure.Condition} order by due_on, number collate "C"
            """;
        return [.. await connection.QueryAsync<ListedDirective>(new CommandDefinition(sql, Parameters(span, agencies), cancellationToken: ct))];
    }

    private static object Parameters(DirectiveSpan span, IEnumerable<AgencyId> agencies) => new
    {
        from = span.From,
        last_day = span.LastDay,
        assigned_to = span.AssignedTo,
        agencies = agencies.Select(a => a.Value).ToArray(),
    };
}

/// <summary>Over which days directives are looked at.</summary>
public sealed record DirectiveSpan(DateOnly From, DateOnly LastDay, DateOnly AssignedTo);

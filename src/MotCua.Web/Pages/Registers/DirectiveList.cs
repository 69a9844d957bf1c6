using System.Globalization;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Web.Pages.Registers;

/// <summary>A directive as the list shows it.</summary>
public sealed record DirectiveRow(
    Guid Id, string Number, Guid AgencyId, string IssuedBy, string Document, string Content, DateOnly AssignedOn, DateOnly DueOn,
    DateOnly? StartedOn, DateOnly? SubmittedOn, DateOnly? ConfirmedOn, string? Holder)
{
    public DirectiveState State =>
        ConfirmedOn is not null ? DirectiveState.Completed
        : SubmittedOn is not null ? DirectiveState.WaitingConfirmation
        : StartedOn is not null ? DirectiveState.InProgress
        : DirectiveState.NotStarted;

    /// <summary>The due cell: judged by the day on which the result was submitted.</summary>
    public DueText Due(DeadlineClock clock, DateTimeOffset now) => DueOf(clock, DueOn, SubmittedOn ?? ConfirmedOn, now);

    public static DueText DueOf(DeadlineClock clock, DateOnly due, DateOnly? done, DateTimeOffset now)
    {
        var deadline = new Deadline(TimeLimit.Parse("1d"), due, clock.ClosingOf(due));
        return DueWords.Of(clock, new ClockState(deadline, FinishedAt: done is { } day ? clock.ClosingOf(day) : null), now);
    }
}

/// <summary>Directives of the agencies that an officer may see: what is not confirmed first, the earliest due on top.</summary>
public sealed class DirectiveList(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks)
{
    public const int PageSize = 50;

    private const string Where =
        """
        from directives d
        where d.agency_id = any(@agencies) and (@text = '' or d.search_key like '%' || @text || '%')
        """;

    private const string State =
        """
        case when d.confirmed_on is not null then 'completed' when d.submitted_on is not null then 'waiting_confirmation'
             when d.started_on is not null then 'in_progress' else 'not_started' end
        """;

    public async Task<DeadlineClock> ClockAsync(CancellationToken ct) => await clocks.ForAsync(officer.AgencyId, ct);

    /// <summary>How many in each state, of those that a text finds.</summary>
    public async Task<IReadOnlyDictionary<DirectiveState, int>> CountsAsync(string? text, CancellationToken ct)
    {
        var rows = await db.Database.GetDbConnection().QueryAsync<(string State, long Count)>(
            new CommandDefinition($"select {State} as state, count(*) {Where} group by 1", Parameters(text), cancellationToken: ct));
        var counts = rows.ToDictionary(r => Snake.Parse<DirectiveState>(r.State)!.Value, r => (int)r.Count);
        return Enum.GetValues<DirectiveState>().ToDictionary(s => s, s => counts.GetValueOrDefault(s));
    }

    /// <param name="state">Null for all.</param>
    /// <param name="text">Part of number, content, document or issuer.</param>
    /// <param name="page">From 1.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<DirectiveRow>> RowsAsync(DirectiveState? state, string? text, int page, CancellationToken ct)
    {
        var sql =
            $"""
            select d.id, d.number, d.agency_id, d.issued_by, d.document, d.content, d.assigned_on, d.due_on, d.started_on, d.submitted_on, d.confirmed_on,
                   (select o.name from officers o where o.id = d.holder_id) as holder
            {Where} and (@state::text is null or {State} = @state)
            order by d.confirmed_on is not null, d.due_on, d.number collate "C"
            offset @skip limit @take
            """;
        var parameters = Parameters(text);
        parameters.Add("state", state?.Text());
        parameters.Add("skip", (page - 1) * PageSize);
        parameters.Add("take", PageSize);
        return [.. await db.Database.GetDbConnection().QueryAsync<DirectiveRow>(new CommandDefinition(sql, parameters, cancellationToken: ct))];
    }

    /// <summary>All that the list would show, for a file.</summary>
    public async Task<IReadOnlyList<Directive>> AllAsync(DirectiveState? state, string? text, CancellationToken ct)
    {
        var (seen, key) = (officer.SeenAgencies(), Vietnamese.SearchKey(text ?? ""));
        var all = await db.Directives.AsNoTracking().Where(d => seen.Contains(d.AgencyId) && (key == "" || d.SearchKey.Contains(key)))
            .OrderBy(d => d.DueOn).ThenBy(d => d.Number).Take(BookExport.Most).ToListAsync(ct);
        return [.. all.Where(d => state is null || d.State == state)];
    }

    /// <summary>Not confirmed yet, in the officer's own agency: the number in the menu.</summary>
    public async Task<int> OpenCountAsync(CancellationToken ct) => await db.Directives.CountAsync(d => d.AgencyId == officer.AgencyId && d.ConfirmedOn == null, ct);

    /// <summary>A number that no directive has yet: "H99.31-NV-07".</summary>
    public async Task<string> NextNumberAsync(AgencyId agency, CancellationToken ct)
    {
        var start = $"{officer.Agencies.CodeOf(agency)}-NV-";
        var taken = await db.Directives.Where(d => d.Number.StartsWith(start)).Select(d => d.Number).ToListAsync(ct);
        var last = taken.Select(n => int.TryParse(n[start.Length..], CultureInfo.InvariantCulture, out var number) ? number : 0).DefaultIfEmpty().Max();
        return $"{start}{last + 1:00}";
    }

    private DynamicParameters Parameters(string? text)
    {
        var parameters = new DynamicParameters();
        parameters.Add("agencies", officer.SeenAgencies().Select(a => a.Value).ToArray());
        parameters.Add("text", Vietnamese.SearchKey(text ?? ""));
        return parameters;
    }
}

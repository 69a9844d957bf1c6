using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Organization.Calendars;

/// <summary>
/// A new calendar is loaded: the years it speaks of are replaced whole, so that a forecast that did not come true goes
/// away; other years stay. Due days already given do not change (a recomputation is an act of its own).
/// </summary>
public sealed class ImportCalendar(MotCuaDb db, CalendarBooks books, TimeProvider clock)
{
    private const string Replace =
        """
        with loaded as (select * from unnest(@days::date[], @names::text[], @kinds::text[]) as d (day, name, kind)),
        gone as (
            delete from calendar_days c
            where extract(year from c.day) in (select extract(year from day) from loaded) and not exists (select from loaded l where l.day = c.day)
            returning 1),
        kept as (
            insert into calendar_days (day, name, kind, decision_no) select day, name, kind, @decision from loaded
            on conflict (day) do update set name = excluded.name, kind = excluded.kind, decision_no = coalesce(excluded.decision_no, calendar_days.decision_no)
            where (calendar_days.name, calendar_days.kind) is distinct from (excluded.name, excluded.kind)
               or excluded.decision_no <> calendar_days.decision_no or (calendar_days.decision_no is null and excluded.decision_no is not null)
            returning 1)
        select (select count(*) from gone) + (select count(*) from kept)
        """;

    /// <param name="File">CSV, see <see cref="CalendarCsv"/>.</param>
    /// <param name="Problems">Takes what is wrong; nothing is written when there is anything.</param>
    /// <param name="DryRun">Only check.</param>
    public sealed record Input(Stream File, ImportProblems Problems, bool DryRun)
    {
        /// <summary>The decision that published these days, written beside each of them.</summary>
        public string? DecisionNo { get; init; }

        public OfficerId? By { get; init; }

        /// <summary>Wait for an import of dossiers to end, however long; a page does not.</summary>
        public bool Wait { get; init; } = true;
    }

    /// <param name="Days">Days in the file that may be loaded.</param>
    /// <param name="Changed">Days that were new, different or gone; 0 when the file was known.</param>
    public sealed record Done(int Days, int Changed);

    public async Task<Done> RunAsync(Input input, CancellationToken ct)
    {
        var days = CalendarCsv.Read(input.File, input.Problems);
        if (input.Problems.Any || input.DryRun)
        {
            return new Done(days.Count, 0);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await CalendarLock.TakeAsync(db, input.Wait, ct))
        {
            input.Problems.Add(0, CalendarErrors.Busy());
            return new Done(days.Count, 0);
        }

        var changed = await db.Database.GetDbConnection().ExecuteScalarAsync<int>(new CommandDefinition(
            Replace,
            new
            {
                days = days.Select(d => d.Day).ToArray(),
                names = days.Select(d => d.Name).ToArray(),
                kinds = days.Select(d => Snake.Text(d.Kind)).ToArray(),
                decision = input.DecisionNo,
            },
            transaction.GetDbTransaction(),
            cancellationToken: ct));
        if (changed > 0)
        {
            var years = days.Select(d => d.Day.Year).Distinct().Order().ToList();
            var told = $"{days.Count} ngày, {changed} thay đổi{(input.DecisionNo is null ? "" : $", {input.DecisionNo}")}";
            db.Note("calendar.imported", $"{years[0]}–{years[^1]}", input.By, clock.Now(), told);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        books.Forget();
        return new Done(days.Count, changed);
    }
}

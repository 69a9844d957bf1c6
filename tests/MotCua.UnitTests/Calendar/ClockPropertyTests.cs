using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class ClockPropertyTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    [Fact]
    public void The_batch_answers_as_the_slow_clock_does()
    {
        var cases =
            from calendar in Cases.Calendar()
            from hours in Gen.Elements(Cases.Hours)
            from received in Cases.Instant()
            from limit in Cases.Limit(40)
            from stops in Cases.Stops(received)
            from finish in Gen.Choose(-1, 12000)
            from at in Gen.Choose(0, 30000)
            from extension in Gen.Choose(-20, 40)
            select (calendar, hours, received, limit, stops, finish, at, extension);

        Prop.ForAll(Arb.From(cases), c =>
        {
            var last = c.stops.Count == 0 ? c.received : c.stops[^1].To ?? c.stops[^1].From;
            DateTimeOffset? finished = c.finish < 0 ? null : last.AddMinutes(c.finish);
            var at = c.received.AddMinutes(c.at);
            DateOnly? extended = c.extension < 0 ? null : DateOnly.FromDateTime(c.received.DateTime).AddDays(c.extension);

            // What is known at the instant.
            var stops = c.stops.Where(s => s.From <= at).Select(s => s.To > at ? s with { To = null } : s).ToList();
            var finishKnown = finished <= at ? finished : null;
            var slow = new SlowClock(c.calendar, c.hours);
            var due = slow.Due(c.received.DateTime, c.limit, stops);
            var judged = stops is [.., { To: null } open] ? open.From : finishKnown ?? at;
            var verdict = slow.Verdict(due, c.limit, judged.DateTime, finishKnown is not null, extended);

            var line = Line(c.received, c.limit, c.stops, finished, at, extended);
            using var answer = JsonDocument.Parse(ClockBatch.Answer(line, at, new DeadlineClock(c.calendar, c.hours)));
            answer.RootElement.TryGetProperty("error", out _).ShouldBeFalse(line);
            answer.RootElement.GetProperty("due").GetString().ShouldBe(due.Due is { } day ? OffsetTime.Text(day) : null, line);
            answer.RootElement.GetProperty("due_at").GetString().ShouldBe(due.At is { } t ? $"{t:yyyy-MM-ddTHH:mm:ss}+07:00" : null, line);
            answer.RootElement.GetProperty("verdict").GetString().ShouldBe(verdict, line);
        }).Check(Runs.Of(4000));
    }

    [Fact]
    public void Session_time_between_two_instants_is_what_the_slow_clock_counts() =>
        Prop.ForAll(
            Arb.From(from c in Cases.Calendar() from h in Gen.Elements(Cases.Hours) from a in Cases.Instant() from m in Gen.Choose(0, 40000) select (c, h, a, m)),
            x =>
            {
                var clock = new DeadlineClock(x.c, x.h);
                var b = x.a.AddMinutes(x.m);
                clock.WorkingTimeBetween(x.a, b).TotalMinutes.ShouldBe(new SlowClock(x.c, x.h).SessionMinutes(x.a.DateTime, b.DateTime));
                clock.WorkingTimeBetween(b, x.a).ShouldBe(-clock.WorkingTimeBetween(x.a, b));
            }).Check(Runs.Of(500));

    [Fact]
    public void A_pause_of_k_working_days_moves_the_due_day_by_k() =>
        Prop.ForAll(
            Arb.From(from r in Cases.Instant() from n in Gen.Choose(1, 60) from gap in Gen.Choose(0, 5000) from k in Gen.Choose(0, 30) select (r, n, gap, k)),
            x =>
            {
                var deadline = Clock.Start(x.r, TimeLimit.WorkingDays(x.n));
                var from = Clock.StartMoment(x.r.AddMinutes(x.gap));
                var to = Clock.ClosingOf(Clock.Calendar.AddWorkingDays(Clock.StartDay(from), x.k));
                var moved = Clock.Resume(deadline, from, to);
                Clock.Calendar.WorkingDaysBetween(deadline.DueDay!.Value, moved.DueDay!.Value).ShouldBe(x.k);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_pause_of_some_session_time_moves_a_due_hour_by_as_much() =>
        Prop.ForAll(
            Arb.From(from r in Cases.Instant() from n in Gen.Choose(1, 60) from gap in Gen.Choose(0, 5000) from k in Gen.Choose(0, 20000) select (r, n, gap, k)),
            x =>
            {
                var deadline = Clock.Start(x.r, TimeLimit.Hours(x.n));
                var from = x.r.AddMinutes(x.gap);
                var to = from.AddMinutes(x.k);
                var moved = Clock.Resume(deadline, from, to);
                Clock.WorkingTimeBetween(deadline.DueAt!.Value, moved.DueAt!.Value).ShouldBe(Clock.WorkingTimeBetween(from, to));
                Clock.WorkingTimeBetween(x.r, deadline.DueAt!.Value).ShouldBe(TimeSpan.FromHours(x.n));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_explanation_has_every_day_once_ends_on_the_due_day_and_counts_to_the_limit() =>
        Prop.ForAll(
            Arb.From(from r in Cases.Instant() from l in Cases.Limit(40) from s in Cases.Stops(r) select (r, l, s)),
            x =>
            {
                var stops = x.s.Where(s => s.To is not null).ToList();
                var dossier = new DeadlineCase(x.r, x.l, stops);
                var days = Clock.Explain(dossier);
                if (Clock.Run(dossier).DueDay is not { } due)
                {
                    days.Select(d => d.Kind).ShouldBe([ExplainedKind.Received]);
                    return;
                }

                days[0].Day.ShouldBe(DateOnly.FromDateTime(x.r.DateTime));
                days.Zip(days.Skip(1)).ShouldAllBe(p => p.Second.Day == p.First.Day.AddDays(1));
                days.Single(d => d.Kind == ExplainedKind.Due).Day.ShouldBe(due);
                days[^1].Day.ShouldBe(due);
                days.Where(d => d.Kind == ExplainedKind.Skipped).ShouldAllBe(d => !Clock.Calendar.IsWorkingDay(d.Day) && d.Why == Clock.Calendar.WhyNot(d.Day));
                if (x.l.Unit == LimitUnit.WorkingDays && stops.Count == 0)
                {
                    days.Where(d => d.Number is not null).Select(d => d.Number!.Value).ShouldBe(Enumerable.Range(1, x.l.Count));
                    days.Count(d => d.Kind == ExplainedKind.Counted).ShouldBe(x.l.Count - 1);
                }
            }).Check(Runs.Of(1000));

    [Fact]
    public void An_instant_that_is_printed_is_read_back() =>
        Prop.ForAll(
            Arb.From(from i in Cases.Instant() from ticks in Gen.Choose(0, 99_999_999) from cut in Gen.Elements(1, 10_000, 10_000_000) select i.AddTicks(ticks / cut * cut)),
            instant => OffsetTime.TryParse(OffsetTime.Text(instant), out var back) && back.EqualsExact(instant))
            .QuickCheckThrowOnFailure();

    private static string Line(DateTimeOffset received, TimeLimit limit, List<Stop> stops, DateTimeOffset? finished, DateTimeOffset at, DateOnly? extended) =>
        JsonSerializer.Serialize(new
        {
            id = "x",
            received = OffsetTime.Text(received),
            limit = limit.ToString(),
            stops = stops.Select(s => new
            {
                from = OffsetTime.Text(s.From),
                to = s.To is { } to ? OffsetTime.Text(to.ToUniversalTime()) : null,
                mode = s.Mode == SupplementPolicy.Restart ? "restart" : "resume",
            }),
            finished = finished is { } f ? OffsetTime.Text(f) : null,
            extended_due = extended is { } e ? OffsetTime.Text(e) : null,
            basis = extended is null ? "original" : "extended",
            at = OffsetTime.Text(at),
        });
}

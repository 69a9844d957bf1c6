using System.Reflection;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.UnitTests.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Dossiers;

/// <summary>
/// Ten thousand dossiers live at random. Whatever officers try, the ledger, the state, the due date and what reports read of
/// the past agree; what the law does not allow is refused with a code and a sentence and leaves no trace.
/// </summary>
public sealed class RandomLifeTests
{
    private static readonly string[] Limits = ["1wd", "3wd", "5wd", "15d", "30d", "8h", "20h", "1mo", "same", "none"];

    private static readonly HashSet<string> NotState = ["Events", "PastSpans", "Payments", "TimeLimit", "Deadline", "NextLeg"];

    private static readonly PropertyInfo[] State = [.. typeof(Dossier).GetProperties().Where(p => !NotState.Contains(p.Name))];

    private static readonly Gen<(string Limit, bool Restart, int[] Acts, int[] Minutes, int[] Choices)> Lives =
        from limit in Gen.Elements(Limits)
        from restart in Gen.Elements(true, false)
        from length in Gen.Choose(1, 18)
        from acts in Gen.ArrayOf(Gen.Choose(0, RandomLife.ActCount - 1), length)
        from minutes in Gen.ArrayOf(Gen.Frequency((1, Gen.Constant(0)), (6, Gen.Choose(1, 600)), (3, Gen.Choose(600, 9000))), length)
        from choices in Gen.ArrayOf(Gen.Choose(0, 1000), length)
        select (limit, restart, acts, minutes, choices);

    [Fact]
    public void Any_sequence_of_acts_keeps_history_state_due_date_and_figures_in_agreement()
    {
        var (accepted, refused) = (0, 0);
        Prop.ForAll(Arb.From(Lives), plan =>
        {
            var life = new RandomLife(plan.Limit, plan.Restart ? SupplementPolicy.Restart : SupplementPolicy.Resume);
            for (var i = 0; i < plan.Acts.Length; i++)
            {
                var before = (Text: Written(life.Dossier), life.Dossier.Events.Count);
                var (kind, answer) = life.Try(plan.Acts[i], plan.Minutes[i], plan.Choices[i]);
                if (answer.Succeeded)
                {
                    accepted++;
                    life.Dossier.Events.Count.ShouldBe(before.Count + 1);
                    life.Dossier.Events[^1].Kind.ShouldBe(kind);
                    continue;
                }

                refused++;
                answer.Error!.Code.ShouldStartWith("dossier.");
                answer.Error.Message.Length.ShouldBeGreaterThan(20);
                (Written(life.Dossier), life.Dossier.Events.Count).ShouldBe(before);
            }

            Agree(life.Dossier, plan.Choices);
        }).Check(Runs.Of(10_000));

        // A generator that never gets anywhere would prove nothing.
        accepted.ShouldBeGreaterThan(Runs.Share(25_000));
        refused.ShouldBeGreaterThan(Runs.Share(25_000));
    }

    [Fact]
    public void The_contract_and_the_table_of_moves_refuse_the_same()
    {
        Prop.ForAll(Arb.From(Lives), plan =>
        {
            var life = new RandomLife(plan.Limit, SupplementPolicy.Restart);
            var shadow = new ContractMoves(plan.Limit != "none");
            for (var i = 0; i < plan.Acts.Length; i++)
            {
                var (kind, answer) = life.Try(RandomLife.OnlyContract(plan.Acts[i]), plan.Minutes[i], plan.Choices[i]);
                answer.Succeeded.ShouldBe(shadow.Take(kind, () => life.LastNewDueIsLater), $"{kind} after {string.Join(", ", life.Dossier.Events.Select(e => e.Kind))}");
            }
        }).Check(Runs.Of(10_000));
    }

    private static void Agree(Dossier dossier, int[] choices)
    {
        var lines = dossier.Events;
        DossierLedger.FirstBroken(lines, dossier.LastSeq, dossier.LastHash).ShouldBeNull();
        Written(Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, lines)).ShouldBe(Written(dossier));

        var told = DossierLedger.CaseOf(lines, dossier.LastEventAt)!;
        var (due, at) = new SlowClock(WorkingCalendar.BuiltIn, OfficeHours.Default).Due(told.Received.DateTime, told.Limit, told.Stops);
        dossier.DueDay.ShouldBe(due);
        dossier.DueAt?.DateTime.ShouldBe(at!.Value);

        foreach (var choice in choices.Take(4))
        {
            // What a report reads of the past, from spans, is what the ledger told by then.
            var instant = lines[choice % lines.Count].At.AddMinutes(choice % 3 == 0 ? 0 : choice);
            var then = Dossier.Replay(dossier.Id, dossier.Code, dossier.Field, lines.TakeWhile(l => l.At <= instant));
            var span = dossier.PastSpans.SingleOrDefault(s => s.FromAt <= instant && instant < s.ToAt);
            (span?.AgencyId ?? dossier.AgencyId).ShouldBe(then.AgencyId);
            (span is null ? dossier.DueDay : span.DueDay).ShouldBe(then.DueDay);
            (span is null ? dossier.ExtendedDue : span.ExtendedDue).ShouldBe(then.ExtendedDue);
            (span is null ? dossier.StoppedAt : span.StoppedAt).ShouldBe(then.StoppedAt);

            // A dossier is in one place: received before, and pending or finished, never both or neither.
            var finished = dossier.FinishedAt <= instant;
            (then.FinishedAt is not null).ShouldBe(finished);
            then.Status.IsOpen().ShouldBe(!finished);
        }
    }

    private static string Written(Dossier dossier) =>
        JsonSerializer.Serialize(State.Where(p => p.Name != "Revision").ToDictionary(p => p.Name, p => p.GetValue(dossier)), JsonColumn.Options);
}

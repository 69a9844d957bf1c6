using MotCua.Calendar;
using MotCua.Documents.Forms;
using MotCua.Dossiers;
using MotCua.Organization;

namespace MotCua.Documents;

/// <summary>
/// The hand-overs of a dossier, read from its ledger: every line that puts it into other hands or before another step.
/// A step is judged by the office hours that the internal process gives it; time in which the clock stood is not counted.
/// </summary>
internal sealed class ControlSteps(PaperSource source, DeadlineClock clock, string desk)
{
    private static readonly TimeSpan Exact = TimeSpan.FromMinutes(30);

    private readonly List<HandOver> told = [];

    private readonly Dictionary<int, LegOrder> legs = [];

    private string unit = "";
    private string person = "";
    private int step = 1;
    private DateTimeOffset since;

    public IReadOnlyList<HandOver> Tell()
    {
        (unit, person, since) = (desk, source.ActorOf(source.First), source.First.At);
        foreach (var line in source.Lines)
        {
            switch (line.ReadFacts())
            {
                case TransferFacts { Leg: { } leg }:
                    Send(line, leg);
                    break;
                case ConsultationFacts asked:
                    Send(line, asked.Leg);
                    break;
                case VerificationFacts verification:
                    Send(line, verification.Leg);
                    break;
                case LegAnsweredFacts answered:
                    Answer(line, answered);
                    break;
                case HolderFacts facts:
                    Hand(line, UnitOf(line.Kind), source.NameOf(facts.Holder), facts.Step, line.Kind is EventKind.SentBack ? facts.Reason : null);
                    break;
                case StepFacts facts:
                    Hand(line, StepName(facts.Step), source.NameOf(facts.Holder), facts.Step, facts.Result);
                    break;
                case SignedFacts facts:
                    Hand(line, "Văn thư", source.NameOf(facts.Holder), facts.Step, facts.Remark);
                    break;
                case ResultFacts facts:
                    Hand(line, desk, source.ActorOf(line), null, facts.Outcome is Outcome.Granted ? null : "Không đủ điều kiện", Of(facts.Verdict));
                    break;
                case ReturnFacts facts:
                    Hand(line, "Người nộp hồ sơ", facts.Recipient ?? source.Facts.Submitter?.Name ?? source.Facts.Applicant.Name, null, null, judged: null);
                    break;
            }
        }

        return told;
    }

    // A leg runs beside the main work: the holder of the dossier stays.
    private void Send(DossierEvent line, LegOrder leg)
    {
        legs[leg.No] = leg;
        if (leg.After is null)
        {
            told.Add(Sent(line, leg));
        }
    }

    private HandOver Sent(DossierEvent line, LegOrder leg) =>
        new(unit, source.PlaceOf(leg, line.At), line.At) { GiverPerson = Given(person), Note = $"Chặng {leg.No}: {leg.Task}" };

    private void Answer(DossierEvent line, LegAnsweredFacts answered)
    {
        if (!legs.TryGetValue(answered.No, out var leg))
        {
            return;
        }

        told.Add(new HandOver(source.PlaceOf(leg, line.At), unit, line.At)
        {
            ReceiverPerson = Given(person),
            Result = answered.Recalled || leg.DueAt is not { } due ? null : line.At > due ? StepResult.Late : clock.WorkingTimeBetween(line.At, due) <= Exact ? StepResult.OnTime : StepResult.Early,
            Note = answered.Recalled ? $"Chặng {leg.No}: thu hồi" : $"Chặng {leg.No}: {answered.Answer}",
        });
        foreach (var start in answered.Started)
        {
            if (legs.TryGetValue(start.No, out var next))
            {
                legs[start.No] = next with { DueAt = start.DueAt };
                told.Add(Sent(line, next));
            }
        }
    }

    private void Hand(DossierEvent line, string toUnit, string toPerson, int? toStep, string? note) =>
        Hand(line, toUnit, toPerson, toStep, note, Judge(line.At));

    private void Hand(DossierEvent line, string toUnit, string toPerson, int? toStep, string? note, StepResult? judged)
    {
        // Who is assigned and then takes it up has it once.
        if (toPerson == person && toUnit == unit)
        {
            step = toStep ?? step;
            return;
        }

        told.Add(new HandOver(unit, toUnit, line.At) { GiverPerson = Given(person), ReceiverPerson = Given(toPerson), Result = judged, Note = note });
        (unit, person, step, since) = (toUnit, toPerson, toStep ?? step, line.At);
    }

    private StepResult? Judge(DateTimeOffset at)
    {
        if (step > source.Content.Steps.Count)
        {
            return null;
        }

        var given = TimeSpan.FromHours((double)source.Content.Steps[step - 1].Hours);
        var worked = clock.WorkingTimeBetween(since, at) - Stood(since, at);
        return worked > given ? StepResult.Late : given - worked <= Exact ? StepResult.OnTime : StepResult.Early;
    }

    private TimeSpan Stood(DateTimeOffset from, DateTimeOffset to)
    {
        var stood = TimeSpan.Zero;
        foreach (var stop in DossierLedger.CaseOf(source.Lines, to)?.Stops ?? [])
        {
            var begin = stop.From > from ? stop.From : from;
            var end = stop.To is { } over && over < to ? over : to;
            stood += end > begin ? clock.WorkingTimeBetween(begin, end) : TimeSpan.Zero;
        }

        return stood;
    }

    private static string UnitOf(EventKind kind) => kind is EventKind.SentForSignature ? "Lãnh đạo" : "Công chức chuyên môn";

    private string StepName(int number) => number <= source.Content.Steps.Count ? source.Content.Steps[number - 1].Role.Name() : "Bước tiếp theo";

    private static StepResult? Of(Verdict verdict) => verdict switch
    {
        Verdict.Early => StepResult.Early,
        Verdict.OnTime => StepResult.OnTime,
        Verdict.Late => StepResult.Late,
        _ => null,
    };

    private static string? Given(string name) => name.Length == 0 ? null : name;
}

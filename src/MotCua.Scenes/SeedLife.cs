using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>Lives the dossiers of a scene by the desk's own verbs, on days and at times of work, so that each ends as its case says.</summary>
internal sealed class SeedLife(SeedScene scene, IReadOnlyDictionary<string, AgencyId> agencies, IReadOnlyDictionary<string, ProcedureVersion> versions)
{
    private const int Seed = 20220607;

    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly string[] Causes = ["Hồ sơ phức tạp, phải xác minh thêm", "Cơ quan phối hợp trả lời chậm", "Công chức phụ trách nghỉ ốm", "Lỗi phần mềm, không ký số được"];

    private readonly Random random = new(Seed);

    private readonly List<DateOnly> days = Working(scene.From.AddDays(-120), scene.To);

    public IReadOnlyList<Dossier> Tell()
    {
        var people = new MadeUpPeople(random);
        var visits = scene.Cases.SelectMany(c => Plan(c, Fitting(c))).OrderBy(v => v.At.Instant).ToList();
        var serials = new Dictionary<(string, DateOnly), int>();
        return
        [
            .. visits.Select(visit =>
            {
                var serial = serials[(visit.Agency, visit.At.Day)] = serials.GetValueOrDefault((visit.Agency, visit.At.Day)) + 1;
                return Live(visit, DossierCode.Of(visit.Agency, visit.At.Day, serial), people.Next(scene.Agency.Name));
            }),
        ];
    }

    private sealed record Visit(SeedCase Case, int Index, string Agency, Moment At, DateOnly Due)
    {
        public DateTimeOffset? FinishAt { get; init; }
    }

    /// <summary>The days of receipt, each with its due day, on which a case can come true.</summary>
    private List<(DateOnly Day, DateOnly Due)> Fitting(SeedCase kind)
    {
        var limit = versions[kind.Procedure].Limit!.Value;
        var early = kind.Carried || kind.End is SeedEnd.DoneBefore;
        return [.. days.Where(d => early == (d < scene.From)).Select(d => (Day: d, Due: DueOf(d, limit))).Where(d => Fits(kind, d.Day, d.Due))];
    }

    /// <summary>When each was received and when it ends.</summary>
    private IEnumerable<Visit> Plan(SeedCase kind, List<(DateOnly Day, DateOnly Due)> fitting)
    {
        for (var index = 0; index < kind.Count; index++)
        {
            var agency = kind.Agencies.Count == 0 ? scene.Agency.Code : kind.Agencies[index % kind.Agencies.Count];
            var (day, due) = fitting[random.Next(fitting.Count)];
            var at = Moment.At(day, new TimeOnly(7, 40).AddMinutes(random.Next(220)));
            yield return new Visit(kind, index, agency, at, due) { FinishAt = FinishOf(kind, at, due) };
        }
    }

    private static DateOnly DueOf(DateOnly day, TimeLimit limit) => Clock.Start(Moment.At(day, new TimeOnly(8, 0)).Instant, limit).DueDay!.Value;

    private bool Fits(SeedCase kind, DateOnly day, DateOnly due) => kind.End switch
    {
        SeedEnd.OnTime => day <= due && (kind.Carried ? due >= scene.From : Next(day, 1) <= scene.To),
        SeedEnd.Withdrawn => kind.Carried ? Next(day, 1) >= scene.From : Next(day, 1) <= scene.To,
        SeedEnd.Late => Next(due, 1) <= scene.To && Next(due, 6) >= scene.From,
        SeedEnd.PendingWithin => due >= scene.To,
        SeedEnd.PendingOverdue => due < scene.To,
        _ => due < scene.From.AddDays(-1) && day > scene.From.AddDays(-40),
    };

    private DateTimeOffset? FinishOf(SeedCase kind, Moment at, DateOnly due)
    {
        var (first, last) = kind.End switch
        {
            SeedEnd.Late => (Next(due, 1), Next(due, 6)),
            SeedEnd.Withdrawn => (Next(at.Day, 1), Next(at.Day, 2)),
            SeedEnd.DoneBefore => (at.Day, due),
            _ => (at.Day, due),
        };
        if (kind.End is SeedEnd.PendingWithin or SeedEnd.PendingOverdue)
        {
            return null;
        }

        var fitting = days.Where(d => d >= first && d <= last && (kind.End is SeedEnd.DoneBefore ? d < scene.From : d >= scene.From)).ToList();
        return Moment.At(fitting[random.Next(fitting.Count)], new TimeOnly(13, 40).AddMinutes(random.Next(120))).Instant;
    }

    private Dossier Live(Visit visit, string code, Person applicant)
    {
        var kind = visit.Case;
        var version = versions[kind.Procedure];
        var due = Clock.Start(visit.At.Instant, version.Limit!.Value);
        var desk = new Actor(null, $"CB-{visit.Agency}");
        var facts = new ReceivedFacts
        {
            Agency = agencies[visit.Agency],
            Desk = agencies[visit.Agency],
            Procedure = version.ProcedureId,
            Version = version.Id,
            Channel = kind.Channel,
            Applicant = applicant,
            Limit = version.Limit.Value.ToString(),
            OnSupplement = version.OnSupplement,
            DigitisationRequired = !kind.Exempt,
            Slip = kind.Digitised,
            DueDay = due.DueDay,
            DueAt = due.DueAt,
            ReturnBy = kind.ReturnBy,
            FeeDong = kind.Payment?.Amount ?? 0,
        };
        var dossier = Dossier.Receive(code, version.Field, facts, visit.At, desk);
        var at = visit.At.Instant;
        if (kind.Digitised)
        {
            Must(dossier.Digitise(DigitisedPart.Papers, After(ref at, 2), desk));
        }

        if (kind.Payment is { } payment)
        {
            Must(dossier.Pay(payment with { Reference = code }, After(ref at, 3), desk));
        }

        if (kind.Apologised)
        {
            var notice = new ApologyFacts($"{visit.Index + 1:00}/XL-UBND", Next(visit.Due, 5), Causes[visit.Index % Causes.Length], "Lãnh đạo UBND");
            Must(dossier.Apologise(notice, Moment.At(visit.Due, new TimeOnly(16, 0)), desk));
        }

        if (visit.FinishAt is { } finish)
        {
            Finish(dossier, visit, finish, desk);
        }

        return dossier;
    }

    private void Finish(Dossier dossier, Visit visit, DateTimeOffset at, Actor desk)
    {
        if (visit.Case.End is SeedEnd.Withdrawn)
        {
            Must(dossier.Withdraw("Người nộp xin rút hồ sơ", Clock, Moment.Of(at), desk));
            return;
        }

        Must(dossier.MarkResultReady(Outcome.Granted, null, Clock, Moment.Of(at), desk));
        if (visit.Case.End is SeedEnd.DoneBefore)
        {
            // The applicant comes for it, and rates, in the period's first week.
            at = Moment.At(days.First(d => d >= scene.From), new TimeOnly(8, 0)).Instant;
        }

        Must(dossier.Return(visit.Case.ReturnBy, null, After(ref at, 5 + (visit.Index % 40)), desk));
        if (visit.Index < visit.Case.Rated)
        {
            var rating = visit.Index < visit.Case.Satisfied ? 4 + (visit.Index % 2) : 2 + (visit.Index % 2);
            Must(dossier.Rate(new RatingFacts(rating, RatingVia.Paper), After(ref at, 4), desk));
        }
    }

    private static Moment After(ref DateTimeOffset at, int minutes)
    {
        at = at.AddMinutes(minutes);
        return Moment.Of(at);
    }

    private static DateOnly Next(DateOnly day, int count) => WorkingCalendar.BuiltIn.AddWorkingDays(day, count);

    private static List<DateOnly> Working(DateOnly from, DateOnly to) =>
        [.. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Where(WorkingCalendar.BuiltIn.IsWorkingDay)];

    private static void Must(Result result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error!.ToString());
        }
    }
}

using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>
/// Lives one dossier from its receipt to "now": most are done a little early, some ask for papers, one in twenty is late,
/// and what has not happened yet stays undone.
/// </summary>
internal sealed class WardDossier(Dossier dossier, DeadlineClock clock, Random random, DateTimeOffset now, WardStaff? staff, Actor desk, bool fourSteps)
{
    private static readonly string[] Missing =
    [
        "Thiếu bản sao Giấy chứng nhận quyền sử dụng đất có chứng thực",
        "Tờ khai chưa có chữ ký của người yêu cầu ở trang 2",
        "Ngày sinh trên tờ khai khác ngày sinh trên thẻ căn cước",
        "Thiếu bản án hoặc quyết định ly hôn đã có hiệu lực",
        "Thiếu xác nhận của trưởng thôn về hoàn cảnh gia đình",
    ];

    private static readonly string[] Causes =
        ["Hồ sơ phức tạp, phải xác minh thêm", "Cơ quan phối hợp trả lời chậm", "Thiếu nhân lực do cán bộ nghỉ ốm", "Lỗi phần mềm, không ký số được"];

    public void Live(bool immediate, FilingChannel channel, long fee)
    {
        _ = immediate ? Immediate(fee) : Usual(channel, fee);
    }

    /// <summary>Does the act at the time, at least half a minute after the last; false once that lies in the future.</summary>
    private bool At(DateTimeOffset time, Func<Moment, Result> act)
    {
        var earliest = dossier.LastEventAt.AddSeconds(30 + random.Next(60));
        var at = time < earliest ? earliest : time;
        at = new DateTimeOffset(at.Ticks - (at.Ticks % TimeSpan.TicksPerSecond), at.Offset);
        if (at > now)
        {
            return false;
        }

        var done = act(Moment.Of(at));
        return done.Succeeded ? true : throw new InvalidOperationException(done.Error!.ToString());
    }

    private bool Immediate(long fee) =>
        (fee == 0 || At(Minutes(5, 15), m => dossier.Pay(new PaymentFacts(fee, PaymentMethod.Cash, dossier.Code), m, desk)))
        && At(Minutes(8, 40), m => dossier.MarkResultReady(Outcome.Granted, null, clock, m, desk))
        && At(Minutes(1, 3), m => dossier.Return(FilingChannel.Direct, null, m, desk))
        && Rate();

    private bool Usual(FilingChannel channel, long fee)
    {
        var specialist = staff?.SpecialistOf(dossier.Field);
        var worker = specialist is { } id ? Actor.Of(id) : desk;
        if (!Begin(channel, fee, specialist, worker))
        {
            return false;
        }

        if (random.Next(100) < 2)
        {
            return At(InSession(2, 10), m => dossier.Withdraw("Người nộp xin rút hồ sơ", clock, m, desk));
        }

        if (random.Next(100) < 7 && !Supplement(worker))
        {
            return false;
        }

        return Finish(worker) && HandOver(channel) && Rate();
    }

    private bool Begin(FilingChannel channel, long fee, OfficerId? specialist, Actor worker)
    {
        if (random.Next(100) < 94 && !At(Minutes(1, 4), m => dossier.Digitise(DigitisedPart.Papers, m, desk)))
        {
            return false;
        }

        if (fee > 0 && !At(Minutes(1, 5), m => dossier.Pay(new PaymentFacts(fee, Method(channel), dossier.Code), m, desk)))
        {
            return false;
        }

        return specialist is not { } officer
            || (At(Minutes(20, 90), m => dossier.Assign(officer, m, Actor.Of(staff!.Officers["vinh"])))
                && At(InSession(0, 3), m => dossier.Take(officer, m, worker, step: 2)));
    }

    private bool Supplement(Actor worker)
    {
        if (!At(InSession(1, 6), m => dossier.AskForSupplement(Missing[random.Next(Missing.Length)], m, worker)))
        {
            return false;
        }

        if (random.Next(100) < 10)
        {
            var signer = staff is null ? worker : Actor.Of(staff.Officers["vinh"]);
            return At(InSession(140, 180), m => dossier.Stop("Người nộp không bổ sung giấy tờ trong thời hạn đã báo", clock, m, signer)) && false;
        }

        return At(InSession(6, 45), m => dossier.Supplement(clock, m, desk));
    }

    private bool Finish(Actor worker)
    {
        var finish = PlanFinish(out var late);
        if (staff is not null)
        {
            var before = dossier.LastEventAt;
            DateTimeOffset Part(double share) => Open(before + ((finish - before) * share));
            var signer = staff.Officers[random.Next(4) == 0 ? "khoa" : "vinh"];
            if (!At(Part(0.6), m => dossier.SendForSignature(signer, m, worker, step: 3))
                || (late && !Apologise())
                || (random.Next(100) < 3
                    && !(At(Part(0.7), m => dossier.SendBack(worker.Officer, "Sửa lại họ tên theo thẻ căn cước", m, Actor.Of(signer), step: 2))
                        && At(Part(0.8), m => dossier.SendForSignature(signer, m, worker, step: 3))))
                || !At(Part(0.93), m => dossier.Sign(staff.Officers["hoa"], m, Actor.Of(signer), step: 4)))
            {
                return false;
            }
        }

        var clerk = staff is null ? worker : Actor.Of(staff.Officers["hoa"]);
        var outcome = random.Next(100) < 2 ? Outcome.Denied : Outcome.Granted;
        return At(finish, m => dossier.MarkResultReady(outcome, null, clock, m, clerk))
            && (random.Next(100) >= 92 || At(Minutes(2, 20), m => dossier.Digitise(DigitisedPart.Result, m, clerk)));
    }

    private bool Apologise()
    {
        if (dossier.DueDay is not { } due || random.Next(100) >= 55)
        {
            return true;
        }

        var newDue = clock.Calendar.AddWorkingDays(due, 3);
        var notice = Moment.At(due, new TimeOnly(9, 0).AddMinutes(random.Next(120))).Instant;
        return At(notice, m => dossier.Apologise(
            new ApologyFacts($"{random.Next(1, 90)}/XL-UBND", newDue, Causes[random.Next(Causes.Length)], "Lê Quang Vinh"), m, Actor.Of(staff!.Officers["bao"])));
    }

    /// <summary>Half are early, most of the rest on the day, one in twenty late.</summary>
    private DateTimeOffset PlanFinish(out bool late)
    {
        var start = clock.StartMoment(dossier.LastEventAt);
        var dice = random.Next(100);
        late = dice >= 95;
        if (dossier.DueAt is not { } due)
        {
            return InSession(10, 60);
        }

        if (late)
        {
            var day = clock.Calendar.AddWorkingDays(dossier.DueDay!.Value, random.Next(1, 6));
            return Moment.At(day, new TimeOnly(8, 0).AddMinutes(random.Next(200))).Instant;
        }

        var left = clock.WorkingTimeBetween(start, due).TotalMinutes;
        var share = dice < 55 ? 0.35 + (random.NextDouble() * 0.5) : 0.88 + (random.NextDouble() * 0.11);
        return left <= 0 ? InSession(0, 1) : After(start, left * share);
    }

    private bool HandOver(FilingChannel channel)
    {
        // Some never come for it, and wait on the shelf.
        if (random.Next(100) < 2)
        {
            return false;
        }

        var officer = staff is null ? desk : Actor.Of(staff.Officers["hanh"]);
        return At(InSession(0, random.Next(3) == 0 ? 30 : 8), m => dossier.Return(channel is FilingChannel.Postal ? FilingChannel.Postal : FilingChannel.Direct, null, m, officer));
    }

    private bool Rate() => random.Next(100) >= 38
        || At(Minutes(1, 30), m => dossier.Rate(new RatingFacts(random.Next(100) < 93 ? random.Next(4, 6) : random.Next(2, 4), RatingVia.Kiosk), m, desk));

    private PaymentMethod Method(FilingChannel channel) => channel is FilingChannel.Online
        ? PaymentMethod.OnlineNational
        : random.Next(2) == 0 ? PaymentMethod.Cash : PaymentMethod.Transfer;

    /// <summary>The step of the ward's usual process: reception, appraisal, signature, register.</summary>
    private int? Step(int step) => fourSteps ? step : null;

    private DateTimeOffset Minutes(int from, int to) => Open(dossier.LastEventAt.AddMinutes(random.Next(from, to)).AddSeconds(random.Next(60)));

    /// <summary>Some hours of session time after the last event.</summary>
    private DateTimeOffset InSession(int fromHours, int toHours) =>
        After(clock.StartMoment(dossier.LastEventAt), ((fromHours * 60) + (random.NextDouble() * (toHours - fromHours) * 60)) + 5);

    /// <summary>Minutes of session time after a moment inside the sessions.</summary>
    private DateTimeOffset After(DateTimeOffset start, double minutes)
    {
        var hours = (int)(minutes / 60);
        var at = hours == 0 ? start : clock.Start(start, TimeLimit.Hours(hours)).DueAt!.Value;
        return Open(at.AddMinutes(minutes % 60));
    }

    /// <summary>The same instant, or the next opening when the office is closed then.</summary>
    private DateTimeOffset Open(DateTimeOffset at)
    {
        var open = clock.StartMoment(at);
        return open == at ? at : open.AddMinutes(random.Next(1, 25));
    }
}

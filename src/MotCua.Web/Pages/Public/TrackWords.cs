using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>What a citizen reads first: in plain words, who acts next and until when.</summary>
internal sealed class TrackWords(TrackStory story, Text t)
{
    private static readonly Dictionary<PauseReason, string> Pauses = new()
    {
        [PauseReason.Financial] = Text.Key("chờ anh/chị nộp tiền theo thông báo"),
        [PauseReason.Verification] = Text.Key("chờ nơi khác trả lời xác minh"),
        [PauseReason.OtherAgency] = Text.Key("chờ cơ quan khác trả lời"),
        [PauseReason.Legal] = Text.Key("theo quy định của pháp luật"),
    };

    // How an office names itself in a sentence.
    private static readonly string[] Offices = [Text.Key("Xã"), Text.Key("Phường"), Text.Key("Đặc khu"), Text.Key("Cơ quan")];

    private Dossier Dossier => story.Dossier;

    private string Office => t[Array.Find(Offices, o => o == story.Frame.Office) ?? Offices[^1]];

    /// <summary>"chờ nơi khác trả lời xác minh".</summary>
    public static string PauseWords(PauseReason reason, Text t) => t[Pauses[reason]];

    public TrackAnswer Answer() => Dossier.Status switch
    {
        DossierStatus.RefusedAtDoor => new("", t["Hồ sơ không được tiếp nhận"], [t["Phiếu từ chối nêu rõ lý do. Sửa xong, anh/chị nộp lại được ngay."]], AsksDetails: true),
        DossierStatus.WaitingSupplement => Supplement(),
        DossierStatus.WaitingPayment => new("soon", t["Chờ anh/chị nộp tiền"], [t["Nộp xong, thời hạn tính tiếp phần còn lại."], .. Apology()], AsksDetails: true),
        _ when Dossier.Status.IsOpen() && Dossier.StoppedAt is { } stopped => Paused(stopped),
        DossierStatus.Done => Ready(t["Có kết quả, mời anh/chị đến nhận"], "ok"),
        DossierStatus.RefusedOnMerit => Ready(t["Hồ sơ không giải quyết được, có văn bản trả lời"], ""),
        DossierStatus.Stopped => new("", t["Dừng giải quyết hồ sơ"], [t["Thông báo dừng giải quyết nêu rõ lý do."], Fetch(), .. Apology()], AsksDetails: true),
        DossierStatus.Withdrawn => new("", t["Anh/chị đã rút hồ sơ ngày {0}", Day(Dossier.FinishedAt)], [t["Khi cần, anh/chị nộp lại lúc nào cũng được."], .. Apology()]),
        DossierStatus.Returned => new("ok", t["Đã trả kết quả ngày {0}", Day(Dossier.ReturnedAt)], [.. Judged(), t["Nếu kết quả có chỗ sai, mang đến quầy để sửa."]]),
        _ => Running(),
    };

    private TrackAnswer Running()
    {
        if (Dossier.DueAt is not { } due)
        {
            return new("", t["Hồ sơ đang được giải quyết"], [t["Thủ tục này không hẹn ngày trả kết quả."], t["Anh/chị chưa phải làm gì thêm."]]);
        }

        var promised = Dossier.ExtendedDue is { } again ? t["Hẹn lại: trước {0}, {1}", Vietnamese.Time(story.Clock.ClosingOf(again)), LongDate(again)]
            : t["Hẹn trả kết quả trước {0}, {1}", Vietnamese.Time(due), LongDate(Moment.Of(due).Day)];
        var sentences = Apology();
        if (!story.IsLate)
        {
            sentences.Add(Left(Dossier.ExtendedDue ?? Moment.Of(due).Day));
        }

        if (Dossier.ExtendedDue is null && story.Last(EventKind.VerificationOpened) is not null)
        {
            sentences.Add(t["Ngày hẹn đã điều chỉnh vì phải hỏi nơi khác để xác minh."]);
        }

        return new(story.IsLate ? "late" : "", promised, [.. sentences, t["Anh/chị chưa phải làm gì thêm."]]);
    }

    private TrackAnswer Supplement()
    {
        var missing = Dossier.Papers.Count(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong);
        var waits = missing == 0 ? t["{0} chờ anh/chị nộp thêm giấy tờ.", Office] : t["{0} chờ anh/chị nộp thêm {1} giấy tờ.", Office, missing];
        var then = Dossier.DueDay is null ? t["Nộp xong, hồ sơ được giải quyết tiếp."]
            : Dossier.OnSupplement is SupplementPolicy.Restart ? t["Nộp xong, thời hạn tính lại từ đầu: {0}.", Dossier.TimeLimit.Words(t)]
            : t["Nộp xong, thời hạn tính tiếp phần còn lại."];
        return new("soon", t["Chờ anh/chị nộp thêm giấy tờ"], [waits, then, .. Apology()], AsksDetails: true);
    }

    private TrackAnswer Paused(DateTimeOffset stopped)
    {
        var reason = story.Last(EventKind.Paused)?.ReadFacts() is PauseFacts facts ? PauseWords(facts.Reason, t) : t["theo quy định của pháp luật"];
        return new("", t["Thời hạn đang tạm dừng, chưa tính"], [t["Tạm dừng từ ngày {0}: {1}.", Moment.Of(stopped).Day, reason], t["Anh/chị chưa phải làm gì thêm."], .. Apology()]);
    }

    private TrackAnswer Ready(string headline, string look) =>
        new(story.IsLate ? "late" : look, headline, [Fetch(), .. Judged()], AsksDetails: Dossier.Status is DossierStatus.RefusedOnMerit);

    private string Fetch() => story.Facts.ReturnBy switch
    {
        FilingChannel.Postal => t["Kết quả được gửi qua bưu chính đến địa chỉ anh/chị đã ghi."],
        FilingChannel.Online => t["Bản điện tử được gửi vào tài khoản anh/chị đã dùng để nộp."],
        _ => t["Nhận tại {0}. Mang theo giấy hẹn và giấy tờ tùy thân.", story.Place(t)],
    };

    // Done early or on time is good news and said; late is said with the apology.
    private List<string> Judged()
    {
        if (story.IsLate || Dossier.DueDay is not { } due || Dossier.FinishedAt is not { } finished)
        {
            return Apology();
        }

        var early = story.Clock.Calendar.WorkingDaysBetween(Moment.Of(finished).Day, due);
        return Dossier.Verdict is Verdict.Early && early > 0 ? [t["Xong sớm {0} ngày làm việc so với hẹn.", early]] : [t["Xong đúng hẹn."]];
    }

    private List<string> Apology()
    {
        var lateBy = story.DaysLate == 0 ? t["dưới 1 ngày"] : t["{0} ngày làm việc", story.DaysLate];
        return (story.IsLate, story.ApologyCause(t)) switch
        {
            (true, { } cause) => [t["{0} xin lỗi vì trễ hẹn {1}. Lý do: {2}.", Office, lateBy, cause]],
            (false, { } cause) when Dossier.Status.IsOpen() => [t["{0} xin lỗi vì phải hẹn lại. Lý do: {1}.", Office, cause]],
            (true, null) when Dossier.Status.IsOpen() => [t["{0} đã trễ hẹn {1} và chưa có văn bản xin lỗi. Anh/chị có quyền được xin lỗi và hẹn lại: gọi hoặc đến quầy để hỏi.", Office, lateBy]],
            (true, null) => [t["{0} xong trễ hẹn {1}. Anh/chị có quyền được nhận văn bản xin lỗi.", Office, lateBy]],
            _ => [],
        };
    }

    private string Left(DateOnly due) => story.Clock.Calendar.WorkingDaysBetween(story.Now.Day, due) is > 0 and var days
        ? t["Còn {0} ngày làm việc sau hôm nay.", days]
        : t["Hôm nay là ngày hẹn."];

    private string LongDate(DateOnly day) => t.Language == Language.English ? $"{day:dddd} {Vietnamese.Date(day)}" : Vietnamese.LongDate(day);

    private static string Day(DateTimeOffset? at) => at is { } instant ? Vietnamese.Date(Moment.Of(instant).Day) : "";
}

using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>The ledger in general words, oldest first, then the steps to come. What happens between desks stays inside.</summary>
internal sealed class TrackTimeline(TrackStory story, Text t)
{
    private const string Done = "circle-check";

    public IReadOnlyList<TrackStep> Tell()
    {
        var told = Told().ToList();
        var open = story.Dossier.Status.IsOpen();
        var steps = told.Select((line, i) => Step(line.Line, line.Words, open && i == told.Count - 1)).ToList();
        steps.AddRange(ToCome().Select(words => new TrackStep("circle-dashed", words.Words, null, words.Where, TrackPlace.ToCome)));
        return steps;
    }

    private TrackStep Step(DossierEvent line, string words, bool now)
    {
        var moment = Moment.Of(line.At);
        var weekday = t.Language == Language.English ? $"{moment.Day:dddd}" : Vietnamese.Weekday(moment.Day);
        var day = moment.Day.Year == story.Now.Day.Year ? Vietnamese.ShortDate(moment.Day) : Vietnamese.Date(moment.Day);
        var who = line.OfficerId is { } officer ? story.Officers.GetValueOrDefault(officer) : null;
        return new TrackStep(now ? "user-check" : Done, words, $"{Vietnamese.Time(line.At)}, {weekday} {day}", who, now ? TrackPlace.Now : TrackPlace.Done);
    }

    private IEnumerable<(DossierEvent Line, string Words)> Told()
    {
        var last = story.Lines.LastOrDefault(l => Words(l, isLast: false) is not null);
        return story.Lines.Where(IsTheOne).Select(l => (Line: l, Words: Words(l, l == last))).Where(l => l.Words is not null).Select(l => (l.Line, l.Words!));
    }

    // Taken up again, sent back and signed again: once in the citizen's list.
    private bool IsTheOne(DossierEvent line) => line.Kind switch
    {
        EventKind.Taken => line == story.Lines.First(l => l.Kind is EventKind.Taken),
        EventKind.SentForSignature or EventKind.Signed => line == story.Last(line.Kind),
        _ => true,
    };

    private string? Words(DossierEvent line, bool isLast) => line.Kind switch
    {
        EventKind.Received => t["Đã nhận hồ sơ"],
        EventKind.RefusedAtDoor => t["Không tiếp nhận hồ sơ"],
        EventKind.Forwarded => t["Chuyển đến {0}", story.NameOf(((TransferFacts)line.ReadFacts()).To)],
        EventKind.VerificationOpened => t["Hỏi nơi khác để xác minh: {0}", story.PlaceOf(((VerificationFacts)line.ReadFacts()).Leg)],
        EventKind.ConsultationSent => t["Lấy ý kiến: {0}", story.PlaceOf(((ConsultationFacts)line.ReadFacts()).Leg)],
        EventKind.LegAnswered => ((LegAnsweredFacts)line.ReadFacts()).Recalled ? t["Thôi hỏi nơi khác"] : t["Nơi được hỏi đã trả lời"],
        EventKind.CorrectionOpened => t["Mở hồ sơ mới để sửa kết quả"],
        EventKind.HandedOver => t["Bàn giao cho {0}", story.NameOf(((TransferFacts)line.ReadFacts()).To)],
        EventKind.SupplementRequested => isLast ? t["Chờ anh/chị nộp thêm giấy tờ"] : t["Đề nghị anh/chị nộp thêm giấy tờ"],
        EventKind.Supplemented => t["Đã nhận giấy tờ nộp thêm"],
        EventKind.Paused => t["Tạm dừng: {0}", TrackWords.PauseWords(((PauseFacts)line.ReadFacts()).Reason, t)],
        EventKind.Resumed => t["Tính tiếp thời hạn"],
        EventKind.ApologyIssued => t["Xin lỗi, hẹn lại ngày {0}", ((ApologyFacts)line.ReadFacts()).NewDue],
        EventKind.Taken => isLast ? t["Đang thẩm định"] : t["Bắt đầu thẩm định"],
        EventKind.SentForSignature => isLast ? t["Chờ lãnh đạo ký"] : t["Trình lãnh đạo ký"],
        EventKind.Signed => t["Lãnh đạo đã ký"],
        EventKind.ResultReady => ((ResultFacts)line.ReadFacts()).Outcome is Outcome.Granted ? t["Có kết quả"] : t["Có văn bản trả lời: không giải quyết được"],
        EventKind.Stopped => t["Dừng giải quyết hồ sơ"],
        EventKind.Withdrawn => t["Anh/chị đã rút hồ sơ"],
        EventKind.Returned => t["Đã trả kết quả"],
        _ => null,
    };

    private IEnumerable<(string Words, string? Where)> ToCome()
    {
        var status = story.Dossier.Status;
        var sign = (t["Lãnh đạo ký"], (string?)null);
        var hand = (t["Trả kết quả"], story.Facts.ReturnBy is FilingChannel.Direct ? story.Place(t) : null);
        return status switch
        {
            DossierStatus.Received => [(t["Thẩm định"], null), sign, hand],
            DossierStatus.WaitingSupplement => [(t["Thẩm định tiếp sau khi nhận đủ giấy tờ"], null), sign, hand],
            DossierStatus.WaitingPayment => [(t["Giải quyết tiếp sau khi anh/chị nộp tiền"], null), sign, hand],
            DossierStatus.ForSignature => [hand],
            DossierStatus.Signed => [hand],
            _ when status.IsOpen() => [sign, hand],
            _ when status.IsReady() => [hand],
            _ => [],
        };
    }
}

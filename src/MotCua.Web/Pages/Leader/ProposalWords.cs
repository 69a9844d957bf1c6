using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>One line of an order in words.</summary>
public sealed record OrderLine(string Label, string Words);

/// <summary>What exactly a leader is asked to agree to, in words.</summary>
public sealed class ProposalWords(Text t)
{
    public const string Signature = "signature", LateKind = "late";

    /// <summary>The kinds in the order of the tabs, with their heads and icons.</summary>
    public static readonly IReadOnlyList<(string Kind, string Slug, string Label, string Icon)> Kinds =
    [
        (Signature, "ky", Text.Key("Ký kết quả"), "signature"),
        ("apology_issued", "xin-loi", Text.Key("Xin lỗi, hẹn lại"), "mail"),
        (LateKind, "ghi-muon", Text.Key("Ghi muộn"), "history"),
        ("supplement_requested", "bo-sung", Text.Key("Yêu cầu bổ sung thêm lần nữa"), "player-pause"),
        ("stopped", "dung", Text.Key("Dừng giải quyết"), "hand-stop"),
        ("paused", "tam-dung", Text.Key("Tạm dừng theo luật"), "player-pause"),
    ];

    private static readonly Dictionary<EventKind, string> Acts = new()
    {
        [EventKind.Taken] = Text.Key("Nhận việc"),
        [EventKind.StepFinished] = Text.Key("Chuyển bước"),
        [EventKind.SentForSignature] = Text.Key("Trình ký"),
        [EventKind.SentBack] = Text.Key("Trả lại người trình"),
        [EventKind.Signed] = Text.Key("Ký"),
        [EventKind.SupplementRequested] = Text.Key("Yêu cầu bổ sung"),
        [EventKind.Supplemented] = Text.Key("Nhận bổ sung"),
        [EventKind.Paused] = Text.Key("Tạm dừng"),
        [EventKind.Resumed] = Text.Key("Tính tiếp thời hạn"),
        [EventKind.VerificationOpened] = Text.Key("Mở xác minh"),
        [EventKind.ResultReady] = Text.Key("Ghi có kết quả"),
        [EventKind.Returned] = Text.Key("Trả kết quả"),
        [EventKind.Stopped] = Text.Key("Dừng giải quyết"),
        [EventKind.Withdrawn] = Text.Key("Rút hồ sơ"),
        [EventKind.ApologyIssued] = Text.Key("Xin lỗi, hẹn lại"),
    };

    private static readonly Dictionary<Verdict, string> Verdicts = new()
    {
        [Verdict.Early] = Text.Key("trước hạn"),
        [Verdict.OnTime] = Text.Key("đúng hạn"),
        [Verdict.Late] = Text.Key("trễ hạn"),
        [Verdict.Within] = Text.Key("trong hạn"),
        [Verdict.Overdue] = Text.Key("quá hạn"),
        [Verdict.None] = Text.Key("không hẹn ngày"),
    };

    public static (string Label, string Icon) KindOf(string kind)
    {
        var known = Kinds.FirstOrDefault(k => k.Kind == kind);
        return known.Label is null ? (Text.Key("Đề nghị"), "file-text") : (known.Label, known.Icon);
    }

    /// <summary>The button that agrees to it.</summary>
    public static string AgreeWords(string kind) => kind switch
    {
        Signature => Text.Key("Ký"),
        "apology_issued" => Text.Key("Ký xin lỗi"),
        _ => Text.Key("Đồng ý"),
    };

    /// <summary>The order of a proposal, line by line.</summary>
    public IReadOnlyList<OrderLine> Of(ActOrder order, DateTimeOffset keyedAt, VerdictChange? verdict = null, string? firstAsked = null)
    {
        var lines = new List<OrderLine>();
        if (order.Late is { } late)
        {
            lines.Add(new(t["Việc"], t[Acts.GetValueOrDefault(order.Kind, Text.Key("Đề nghị"))]));
            lines.Add(new(t["Xảy ra"], t["{0}, ghi lúc {1}", late.HappenedAt, keyedAt]));
            lines.Add(new(t["Vì sao ghi muộn"], late.Reason));
            lines.Add(new(t["Đổi thành"], VerdictWords(verdict)));
        }

        lines.AddRange(order.Kind switch
        {
            EventKind.ApologyIssued => Apology(order),
            EventKind.SupplementRequested => Supplement(order, firstAsked),
            EventKind.Paused => Pause(order),
            _ => Words(t["Lý do"], order.Words),
        });
        return lines;
    }

    /// <summary>"Đang là trễ hạn; nếu đồng ý sẽ là đúng hạn".</summary>
    public string VerdictWords(VerdictChange? verdict) => verdict switch
    {
        null => t["Kết luận thời hạn của hồ sơ"],
        { } same when same.AsKeyed == same.AsTold => t["Không đổi: {0}", t[Verdicts[same.AsTold]]],
        _ => t["Ghi theo giờ bấm máy là {0}; đồng ý thì thành {1}", t[Verdicts[verdict.AsKeyed]], t[Verdicts[verdict.AsTold]]],
    };

    private IEnumerable<OrderLine> Apology(ActOrder order)
    {
        yield return new(t["Nguyên nhân"], t[order.Cause.Name()]);
        if (order.NewDue is { } due)
        {
            yield return new(t["Hẹn lại"], Vietnamese.LongDate(due));
        }

        if (!string.IsNullOrWhiteSpace(order.Words))
        {
            yield return new(t["Người nộp đọc"], order.Words);
        }
    }

    private IEnumerable<OrderLine> Supplement(ActOrder order, string? firstAsked) =>
    [
        .. Words(t["Cần bổ sung"], order.Words),
        .. Words(t["Lần trước đã hỏi"], firstAsked),
    ];

    private IEnumerable<OrderLine> Pause(ActOrder order) =>
    [
        .. Words(t["Lý do"], order.Words),
        .. Words(t["Căn cứ"], order.Number),
    ];

    private static IEnumerable<OrderLine> Words(string label, string? words) => string.IsNullOrWhiteSpace(words) ? [] : [new OrderLine(label, words)];
}

namespace MotCua.Reports;

/// <summary>Which dossiers a figure looks at before its own condition.</summary>
public enum FigureBase
{
    /// <summary>Received before the end and not finished before the start: the dossiers the period touches.</summary>
    Touched,
    Returned,
    ReadyNotReturned,
    Refused,
    PaidOnline,
    Rated,
}

/// <summary>
/// A figure is a named set of dossiers. Its value is the size of the set, its list is the same query.
/// <paramref name="Condition"/> is SQL over the columns of the base (see <see cref="FigureSql"/>), written once for both.
/// </summary>
public sealed record Figure(string Name, string Label, FigureBase Base, string Condition, string Formula)
{
    /// <summary>What is added up instead of counting, for example an amount in đồng.</summary>
    public string? Sum { get; init; }

    /// <summary>"hồ sơ", "phiếu" or "đồng".</summary>
    public string Unit { get; init; } = "hồ sơ";

    /// <summary>The named denominator: the figures whose sum this one is a share of; empty when it is no share.</summary>
    public IReadOnlyList<string> Of { get; init; } = [];

    /// <summary>What asks for it: a decree, or a form in force.</summary>
    public required string Source { get; init; }
}

/// <summary>Every figure of CONTRACT 5, declared once.</summary>
public static class Figures
{
    private const string IsNew = "received_at >= @start";
    private const string IsDone = "finished and finish_kind <> 'withdrawn'";
    private const string IsPending = "not finished";
    private const string Early = "verdict = 'early'";
    private const string Late = "verdict = 'late'";

    /// <summary>A dossier without a due date is on time.</summary>
    private const string OnTime = "verdict not in ('early', 'late')";

    private const string AnyLate = $"(({IsDone} and {Late}) or ({IsPending} and overdue))";

    /// <summary>Subject to digitisation: not filed online, not exempt.</summary>
    private const string Subject = "channel <> 'online' and digitisation_required";

    private const string
        Progress = "Thông tư 01/2020/TT-VPCP, biểu II.06",
        Desk = "Nghị định 118/2025/NĐ-CP, giải quyết thủ tục theo cơ chế một cửa",
        Results = "Báo cáo cải cách hành chính, biểu B.1",
        Apologies = "Báo cáo cải cách hành chính, biểu B.2",
        Satisfaction = "Báo cáo cải cách hành chính, biểu B.3",
        Index766 = "Quyết định 766/QĐ-TTg, bộ chỉ số phục vụ người dân, doanh nghiệp";

    private static readonly Figure[] Declared =
    [
        new("carried", "Kỳ trước chuyển sang", FigureBase.Touched, "received_at < @start", "nhận trước kỳ, chưa xong khi vào kỳ") { Source = Progress, Of = ["received"] },
        new("new", "Tiếp nhận mới trong kỳ", FigureBase.Touched, IsNew, "nhận trong kỳ") { Source = Progress, Of = ["received"] },
        new("new.direct", "Nhận trực tiếp", FigureBase.Touched, $"{IsNew} and channel = 'direct'", "nhận trong kỳ tại quầy") { Source = Progress, Of = ["new"] },
        new("new.online", "Nhận trực tuyến", FigureBase.Touched, $"{IsNew} and channel = 'online'", "nhận trong kỳ qua mạng") { Source = Index766, Of = ["new"] },
        new("new.postal", "Nhận qua bưu chính", FigureBase.Touched, $"{IsNew} and channel = 'postal'", "nhận trong kỳ qua bưu chính") { Source = Progress, Of = ["new"] },
        new("new.offline", "Nhận trực tiếp, bưu chính", FigureBase.Touched, $"{IsNew} and channel <> 'online'", "nhận trong kỳ, không qua mạng") { Source = Progress, Of = ["new"] },
        new("received", "Tổng tiếp nhận", FigureBase.Touched, "true", "kỳ trước chuyển sang + nhận mới") { Source = Progress },
        new("done", "Đã giải quyết", FigureBase.Touched, IsDone, "có kết quả hoặc dừng giải quyết trong kỳ") { Source = Progress, Of = ["received"] },
        new("done.early", "Giải quyết trước hạn", FigureBase.Touched, $"{IsDone} and {Early}", "xong trước ngày hẹn") { Source = Progress, Of = ["done"] },
        new("done.on_time", "Giải quyết đúng hạn", FigureBase.Touched, $"{IsDone} and {OnTime}", "xong đúng ngày hẹn, hoặc không hẹn ngày") { Source = Progress, Of = ["done"] },
        new("done.in_time", "Giải quyết đúng hạn, kể cả trước hạn", FigureBase.Touched, $"{IsDone} and not {Late}", "đã giải quyết − giải quyết trễ") { Source = Results, Of = ["done"] },
        new("done.late", "Giải quyết trễ hạn", FigureBase.Touched, $"{IsDone} and {Late}", "xong sau ngày hẹn") { Source = Progress, Of = ["done"] },
        new("withdrawn", "Rút hồ sơ", FigureBase.Touched, "finished and finish_kind = 'withdrawn'", "người nộp rút trong kỳ") { Source = Desk, Of = ["received"] },
        new("pending", "Đang giải quyết", FigureBase.Touched, IsPending, "chưa xong khi hết kỳ") { Source = Progress, Of = ["received"] },
        new("pending.within", "Đang giải quyết, trong hạn", FigureBase.Touched, $"{IsPending} and not overdue", "chưa xong, ngày cuối kỳ không quá hạn") { Source = Progress, Of = ["pending"] },
        new("pending.overdue", "Đang giải quyết, quá hạn", FigureBase.Touched, $"{IsPending} and overdue", "chưa xong, ngày cuối kỳ đã quá hạn") { Source = Progress, Of = ["pending"] },
        new("pending.stopped", "Đang tạm dừng", FigureBase.Touched, $"{IsPending} and stopped_at is not null", "chưa xong, đang tạm dừng tính hạn") { Source = Desk, Of = ["pending"] },
        new("late", "Trễ hạn", FigureBase.Touched, AnyLate, "giải quyết trễ + đang giải quyết quá hạn") { Source = Results, Of = ["received"] },
        new("apologised", "Trễ hạn, đã xin lỗi", FigureBase.Touched, $"{AnyLate} and apologised", "trễ hạn, có văn bản xin lỗi trước khi hết kỳ") { Source = Apologies, Of = ["late"] },
        new("late_without_apology", "Trễ hạn, chưa xin lỗi", FigureBase.Touched, $"{AnyLate} and not apologised", "trễ hạn, không có văn bản xin lỗi") { Source = Apologies, Of = ["late"] },
        new("digitised", "Đã số hóa", FigureBase.Touched, $"{Subject} and papers_digitised", "phải số hóa, giấy tờ đã số hóa hết") { Source = Results, Of = ["digitised", "not_digitised"] },
        new("not_digitised", "Chưa số hóa", FigureBase.Touched, $"{Subject} and not papers_digitised", "phải số hóa, giấy tờ chưa số hóa hết") { Source = Results, Of = ["digitised", "not_digitised"] },
        new("returned", "Đã trả kết quả", FigureBase.Returned, "true", "trả trong kỳ") { Source = Desk },
        new("ready_not_returned", "Có kết quả, chưa trả", FigureBase.ReadyNotReturned, "true", "xong trước khi hết kỳ, chưa trả") { Source = Desk },
        new("refused_at_door", "Không tiếp nhận", FigureBase.Refused, "true", "từ chối trong kỳ") { Source = Desk },
        new("paid_online", "Thanh toán trực tuyến", FigureBase.PaidOnline, "true", "có ít nhất một lần thanh toán trực tuyến trong kỳ") { Source = Index766 },
        new("paid_online.amount", "Số tiền thanh toán trực tuyến", FigureBase.PaidOnline, "true", "tổng số tiền trực tuyến trong kỳ, đồng") { Sum = "paid_online_amount", Source = Index766, Unit = "đồng" },
        new("rated", "Phiếu đánh giá", FigureBase.Rated, "true", "phiếu nhận trong kỳ") { Source = Satisfaction, Unit = "phiếu" },
        new("satisfied", "Phiếu hài lòng", FigureBase.Rated, "rating >= 4", "phiếu mức 4 và 5") { Source = Satisfaction, Of = ["rated"], Unit = "phiếu" },
    ];

    private static readonly Dictionary<string, Figure> ByName = Declared.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static IReadOnlyList<Figure> All => Declared;

    /// <summary>Every sentence about figures that a page shows.</summary>
    public static IEnumerable<string> Words => Declared.SelectMany(f => new[] { f.Label, f.Formula, f.Unit, f.Source }).Distinct(StringComparer.Ordinal);

    public static Figure? Find(string name) => ByName.GetValueOrDefault(name);

    public static Figure Get(string name) => ByName[name];
}

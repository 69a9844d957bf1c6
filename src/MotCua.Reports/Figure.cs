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

    private static readonly Figure[] Declared =
    [
        new("carried", "Kỳ trước chuyển sang", FigureBase.Touched, "received_at < @start", "nhận trước kỳ, chưa xong khi vào kỳ"),
        new("new", "Tiếp nhận mới trong kỳ", FigureBase.Touched, IsNew, "nhận trong kỳ"),
        new("new.direct", "Nhận trực tiếp", FigureBase.Touched, $"{IsNew} and channel = 'direct'", "nhận trong kỳ tại quầy"),
        new("new.online", "Nhận trực tuyến", FigureBase.Touched, $"{IsNew} and channel = 'online'", "nhận trong kỳ qua mạng"),
        new("new.postal", "Nhận qua bưu chính", FigureBase.Touched, $"{IsNew} and channel = 'postal'", "nhận trong kỳ qua bưu chính"),
        new("received", "Tổng tiếp nhận", FigureBase.Touched, "true", "kỳ trước chuyển sang + nhận mới"),
        new("done", "Đã giải quyết", FigureBase.Touched, IsDone, "có kết quả hoặc dừng giải quyết trong kỳ"),
        new("done.early", "Giải quyết trước hạn", FigureBase.Touched, $"{IsDone} and {Early}", "xong trước ngày hẹn"),
        new("done.on_time", "Giải quyết đúng hạn", FigureBase.Touched, $"{IsDone} and {OnTime}", "xong đúng ngày hẹn, hoặc không hẹn ngày"),
        new("done.in_time", "Giải quyết đúng hạn, kể cả trước hạn", FigureBase.Touched, $"{IsDone} and not {Late}", "đã giải quyết − giải quyết trễ"),
        new("done.late", "Giải quyết trễ hạn", FigureBase.Touched, $"{IsDone} and {Late}", "xong sau ngày hẹn"),
        new("withdrawn", "Rút hồ sơ", FigureBase.Touched, "finished and finish_kind = 'withdrawn'", "người nộp rút trong kỳ"),
        new("pending", "Đang giải quyết", FigureBase.Touched, IsPending, "chưa xong khi hết kỳ"),
        new("pending.within", "Đang giải quyết, trong hạn", FigureBase.Touched, $"{IsPending} and not overdue", "chưa xong, ngày cuối kỳ không quá hạn"),
        new("pending.overdue", "Đang giải quyết, quá hạn", FigureBase.Touched, $"{IsPending} and overdue", "chưa xong, ngày cuối kỳ đã quá hạn"),
        new("pending.stopped", "Đang tạm dừng", FigureBase.Touched, $"{IsPending} and stopped_at is not null", "chưa xong, đang tạm dừng tính hạn"),
        new("late", "Trễ hạn", FigureBase.Touched, AnyLate, "giải quyết trễ + đang giải quyết quá hạn"),
        new("apologised", "Trễ hạn, đã xin lỗi", FigureBase.Touched, $"{AnyLate} and apologised", "trễ hạn, có văn bản xin lỗi trước khi hết kỳ"),
        new("late_without_apology", "Trễ hạn, chưa xin lỗi", FigureBase.Touched, $"{AnyLate} and not apologised", "trễ hạn, không có văn bản xin lỗi"),
        new("digitised", "Đã số hóa", FigureBase.Touched, $"{Subject} and papers_digitised", "phải số hóa, giấy tờ đã số hóa hết"),
        new("not_digitised", "Chưa số hóa", FigureBase.Touched, $"{Subject} and not papers_digitised", "phải số hóa, giấy tờ chưa số hóa hết"),
        new("returned", "Đã trả kết quả", FigureBase.Returned, "true", "trả trong kỳ"),
        new("ready_not_returned", "Có kết quả, chưa trả", FigureBase.ReadyNotReturned, "true", "xong trước khi hết kỳ, chưa trả"),
        new("refused_at_door", "Không tiếp nhận", FigureBase.Refused, "true", "từ chối trong kỳ"),
        new("paid_online", "Thanh toán trực tuyến", FigureBase.PaidOnline, "true", "có ít nhất một lần thanh toán trực tuyến trong kỳ"),
        new("paid_online.amount", "Số tiền thanh toán trực tuyến", FigureBase.PaidOnline, "true", "tổng số tiền trực tuyến trong kỳ, đồng") { Sum = "paid_online_amount" },
        new("rated", "Phiếu đánh giá", FigureBase.Rated, "true", "phiếu nhận trong kỳ"),
        new("satisfied", "Phiếu hài lòng", FigureBase.Rated, "rating >= 4", "phiếu mức 4 và 5"),
    ];

    private static readonly Dictionary<string, Figure> ByName = Declared.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public static IReadOnlyList<Figure> All => Declared;

    public static Figure? Find(string name) => ByName.GetValueOrDefault(name);

    public static Figure Get(string name) => ByName[name];
}

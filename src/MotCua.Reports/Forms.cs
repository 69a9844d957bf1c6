using static MotCua.Reports.ReportColumn;

namespace MotCua.Reports;

/// <summary>The forms and their columns, by the names of CONTRACT 5.</summary>
/// <param name="Name">As the command line and the address write it.</param>
/// <param name="Number">As officers call it.</param>
/// <param name="Title">What stands above the table.</param>
/// <param name="DefaultGrouping">What a row is about; null when each row is a record.</param>
/// <param name="Columns">In order.</param>
public sealed record Form(string Name, string Number, string Title, Grouping? DefaultGrouping, IReadOnlyList<ReportColumn> Columns)
{
    private const string Open = "Hồ sơ đang giải quyết", Closed = "Hồ sơ đã giải quyết", LateGroup = "Trễ hạn", Paperless = "Số hóa hồ sơ";

    /// <summary>B.1 of seed 000: results of handling, a row an agency.</summary>
    public static readonly Form B1 = new("b1", "B.1", "Tình hình giải quyết hồ sơ", Grouping.Agency,
    [
        Count("total", "Tổng hồ sơ", "received"),
        Count("pending", "Tổng cộng", "pending") with { Group = Open },
        Count("pending_within", "Trong hạn", "pending.within") with { Group = Open },
        Count("pending_overdue", "Trễ hạn", "pending.overdue") with { Group = Open },
        Count("done", "Tổng cộng", "done") with { Group = Closed },
        Count("done_on_time", "Đúng hạn", "done.in_time") with { Group = Closed },
        Count("done_late", "Trễ hạn", "done.late") with { Group = Closed },
        Count("withdrawn", "Rút", "withdrawn"),
        Count("late", "Tổng số (đã và đang giải quyết)", "late") with { Group = LateGroup },
        Rate("late_rate", "Tỷ lệ, %", "late", "received") with { Group = LateGroup },
        Count("online", "Trực tuyến", "new.online") with { Group = Paperless },
        Count("digitised", "Đã số hóa", "digitised") with { Group = Paperless },
        Count("not_digitised", "Chưa số hóa", "not_digitised") with { Group = Paperless },
        Rate("digitised_rate", "Tỷ lệ số hóa, %", "digitised", "digitised", "not_digitised") with { Group = Paperless },
        Rate("done_on_time_rate", "Tỷ lệ đúng hạn, %", "done.in_time", "done") with { Printed = false },
        Rate("done_late_rate", "Tỷ lệ giải quyết trễ, %", "done.late", "done") with { Printed = false },
        Rate("pending_overdue_rate", "Tỷ lệ quá hạn, %", "pending.overdue", "pending") with { Printed = false },
    ]) { MayBeGrouped = true, Needs = Touched };

    /// <summary>B.2: each late dossier with its cause and its apology.</summary>
    public static readonly Form B2 = new("b2", "B.2", "Việc triển khai xin lỗi người dân khi có hồ sơ trễ hạn", null,
    [
        Text("dossier", "Mã hồ sơ", 12),
        Text("procedure", "Thủ tục hành chính", 10),
        Text("applicant", "Người nộp hồ sơ", 14),
        Text("days_late", "Số ngày trễ hạn", 6),
        Text("cause", "Nguyên nhân trễ hạn", 20),
        Text("document", "Văn bản xin lỗi/gia hạn", 12),
    ]) { Needs = Touched };

    /// <summary>B.3: satisfaction by field.</summary>
    public static readonly Form B3 = new("b3", "B.3", "Việc triển khai phiếu khảo sát đánh giá mức độ hài lòng", Grouping.Field,
    [
        Count("new", "Số hồ sơ tiếp nhận", "new"),
        Count("surveyed", "Số phiếu khảo sát thực hiện", "rated"),
        Count("satisfied", "Kết quả khảo sát (hài lòng)", "satisfied"),
        Rate("rate", "Tỷ lệ hài lòng, %", "satisfied", "rated"),
    ]) { Needs = [.. Touched, "rated", "satisfied"] };

    /// <summary>II.06 of TT 01/2020: progress by field.</summary>
    public static readonly Form Ii06 = new("ii06", "II.06", "Kết quả giải quyết thủ tục hành chính theo lĩnh vực", Grouping.Field,
    [
        Count("received", "Tổng số", "received") with { Group = "Số hồ sơ tiếp nhận" },
        Count("online", "Trực tuyến", "new.online") with { Group = "Số hồ sơ tiếp nhận" },
        Count("direct_postal", "Trực tiếp, bưu chính", "new.offline") with { Group = "Số hồ sơ tiếp nhận" },
        Count("carried", "Từ kỳ trước", "carried") with { Group = "Số hồ sơ tiếp nhận" },
        Count("done", "Tổng số", "done") with { Group = "Số hồ sơ đã giải quyết" },
        Count("early", "Trước hạn", "done.early") with { Group = "Số hồ sơ đã giải quyết" },
        Count("on_time", "Đúng hạn", "done.on_time") with { Group = "Số hồ sơ đã giải quyết" },
        Count("late", "Quá hạn", "done.late") with { Group = "Số hồ sơ đã giải quyết" },
        Count("pending", "Tổng số", "pending") with { Group = "Số hồ sơ đang giải quyết" },
        Count("within", "Trong hạn", "pending.within") with { Group = "Số hồ sơ đang giải quyết" },
        Count("overdue", "Quá hạn", "pending.overdue") with { Group = "Số hồ sơ đang giải quyết" },
        Count("withdrawn", "Rút", "withdrawn"),
    ]) { MayBeGrouped = true, Needs = Touched };

    /// <summary>B.4: tasks assigned from above, a row an agency.</summary>
    public static readonly Form B4 = new("b4", "B.4", "Tình hình thực hiện ý kiến chỉ đạo, nhiệm vụ được giao", Grouping.Agency,
    [
        Directives("not_started_not_due", "Chưa đến hạn") with { Group = "Chưa thực hiện" },
        Directives("not_started_overdue", "Đã quá hạn") with { Group = "Chưa thực hiện" },
        Directives("in_progress_not_due", "Chưa đến hạn") with { Group = "Đang thực hiện" },
        Directives("in_progress_overdue", "Đã quá hạn") with { Group = "Đang thực hiện" },
        Directives("waiting_confirmation", "Chờ xác nhận") with { Group = "Đang thực hiện" },
        Directives("completed_on_time", "Đúng hạn") with { Group = "Đã hoàn thành" },
        Directives("completed_late", "Quá hạn") with { Group = "Đã hoàn thành" },
        Count("total", "Tất cả", "directives"),
    ]);

    /// <summary>Phụ lục 1 of seed 004: the figures of the reform report.</summary>
    public static readonly Form Annex1 = new("annex1", "Phụ lục 1", "Thống kê số liệu báo cáo cải cách hành chính định kỳ", null,
    [
        Text("no", "STT", 5),
        Text("label", "Chỉ tiêu thống kê", 34),
        Text("unit", "Đơn vị tính", 11),
        Text("value", "Số liệu", 9),
        Text("source", "Nguồn", 8),
        Text("note", "Ghi chú", 22),
    ]) { NumbersItself = true, Needs = [.. Touched, "rated"] };

    /// <summary>One figure with its named denominator and its share of it, a row a group.</summary>
    public static Form OfFigure(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var value = Count("value", figure.Label, figure.Name);
        return new Form(figure.Name, figure.Name, figure.Label, Grouping.Agency, figure.Of.Count == 0
            ? [value]
            : [value, Total("whole", "Mẫu số", [.. figure.Of]), Rate("rate", "Tỷ lệ, %", figure.Name, [.. figure.Of])])
        {
            MayBeGrouped = true,
            Needs = [.. Touched.Append(figure.Name).Concat(figure.Of).Distinct(StringComparer.Ordinal)],
        };
    }

    /// <summary>A narrative report as it is asked for and sent up: a row a figure of its text.</summary>
    /// <param name="name">See <see cref="Submissions.SubmittedForm"/>.</param>
    /// <param name="title">Of the report.</param>
    /// <param name="needs">Figures that the superior adds up.</param>
    internal static Form OfNarrative(string name, string title, IReadOnlyList<string> needs) => new(name, "", title, null,
    [
        new ReportColumn("value", "Số liệu", null, null),
        new ReportColumn("rate", "Tỷ lệ, %", null, null),
    ]) { Needs = needs };

    public static IReadOnlyList<Form> All { get; } = [B1, B2, B3, B4, Ii06, Annex1];

    private static IReadOnlyList<string> Touched => [.. Figures.All.Where(f => f.Base is FigureBase.Touched).Select(f => f.Name)];

    private static ReportColumn Directives(string name, string head) => Count(name, head, name);

    /// <summary><c>--by</c> may choose another grouping.</summary>
    public bool MayBeGrouped { get; private init; }

    /// <summary>Its rows bear numbers of their own, so none is printed before them.</summary>
    public bool NumbersItself { get; private init; }

    /// <summary>The figures that its cells and checks are made of.</summary>
    public IReadOnlyList<string> Needs { get; private init; } = [];

    public static Form? Find(string name) => All.FirstOrDefault(f => f.Name == name);
}

using static MotCua.Reports.ReportColumn;

namespace MotCua.Reports;

/// <summary>The forms and their columns, by the names of CONTRACT 5.</summary>
public sealed record Form(string Name, string Title, Grouping DefaultGrouping, IReadOnlyList<ReportColumn> Columns)
{
    /// <summary>B.1 of seed 000: results of handling, a row an agency.</summary>
    public static readonly Form B1 = new("b1", "Tình hình giải quyết hồ sơ", Grouping.Agency,
    [
        Count("total", "received"),
        Count("pending", "pending"),
        Count("pending_within", "pending.within"),
        Count("pending_overdue", "pending.overdue"),
        Count("done", "done"),
        Count("done_on_time", "done.in_time"),
        Count("done_late", "done.late"),
        Count("withdrawn", "withdrawn"),
        Count("late", "late"),
        Rate("late_rate", "late", "received"),
        Count("online", "new.online"),
        Count("digitised", "digitised"),
        Count("not_digitised", "not_digitised"),
        Rate("digitised_rate", "digitised", "digitised", "not_digitised"),
        Rate("done_on_time_rate", "done.in_time", "done"),
        Rate("done_late_rate", "done.late", "done"),
        Rate("pending_overdue_rate", "pending.overdue", "pending"),
    ]);

    /// <summary>II.06 of TT 01/2020: progress by field.</summary>
    public static readonly Form Ii06 = new("ii06", "Kết quả giải quyết thủ tục hành chính theo lĩnh vực", Grouping.Field,
    [
        Count("received", "received"),
        Count("online", "new.online"),
        Total("direct_postal", "new.direct", "new.postal"),
        Count("carried", "carried"),
        Count("done", "done"),
        Count("early", "done.early"),
        Count("on_time", "done.on_time"),
        Count("late", "done.late"),
        Count("pending", "pending"),
        Count("within", "pending.within"),
        Count("overdue", "pending.overdue"),
        Count("withdrawn", "withdrawn"),
    ]);

    public static Form? Find(string name) => name switch { "b1" => B1, "ii06" => Ii06, _ => null };
}

using MotCua.Foundation;

namespace MotCua.Reports.Narrative;

/// <summary>What figures of a report are called outside the system: other names of the same figure, and figures that only reports have.</summary>
public static class FigureNames
{
    /// <summary>Names of real reports for figures of the system.</summary>
    private static readonly Dictionary<string, string> Other = new(StringComparer.Ordinal)
    {
        ["dossier.received_total"] = "received", ["dossier.received_direct"] = "new.direct", ["dossier.received_online"] = "new.online", ["dossier.received_post"] = "new.postal",
        ["dossier.carried_over"] = "carried", ["dossier.resolved_total"] = "done", ["dossier.resolved_early_or_on_time"] = "done.in_time", ["dossier.resolved_on_time"] = "done.in_time",
        ["dossier.resolved_late"] = "done.late", ["dossier.in_progress_total"] = "pending", ["dossier.in_progress_on_time"] = "pending.within",
        ["dossier.in_progress_late"] = "pending.overdue", ["dossier.withdrawn"] = "withdrawn", ["dossier.resolved_late_pct"] = "done.late.rate",
        ["dossier.resolved_on_time_pct"] = "done.rate", ["dossier.in_progress_late_pct"] = "pending.overdue.rate", ["apology.late_with_letter"] = "apologised",
        ["b1.late_total"] = "late", ["b1.late_rate_pct"] = "late.rate", ["b1.digitised"] = "digitised", ["b1.not_digitised"] = "not_digitised",
        ["b1.digitised_rate_pct"] = "digitised.rate", ["survey.forms_total"] = "rated", ["epay.dossiers"] = "paid_online", ["epay.amount"] = "paid_online.amount",
        ["b4.total"] = "directives", ["b4.not_started_not_due"] = "directives.not_started_not_due", ["b4.not_started_overdue"] = "directives.not_started_overdue",
        ["b4.in_progress_not_due"] = "directives.in_progress_not_due", ["b4.in_progress_overdue"] = "directives.in_progress_overdue",
        ["b4.awaiting_confirmation"] = "directives.waiting_confirmation", ["b4.completed_on_time"] = "directives.completed_on_time", ["b4.completed_late"] = "directives.completed_late",
    };

    private static readonly (string Name, string Label)[] OnlyInReports =
    [
        ("b1.total", "Biểu B.1: tổng hồ sơ"), ("b1.online", "Biểu B.1: trực tuyến"), ("b1.in_progress_total", "Biểu B.1: đang giải quyết"), ("b1.resolved_total", "Biểu B.1: đã giải quyết"),
        ("b1.in_progress_on_time", "Biểu B.1: đang giải quyết trong hạn"), ("b1.in_progress_late", "Biểu B.1: đang giải quyết trễ hạn"),
        ("b1.resolved_on_time", "Biểu B.1: đã giải quyết đúng hạn"), ("b1.resolved_late", "Biểu B.1: đã giải quyết trễ hạn"), ("b2.rows", "Biểu B.2: số dòng hồ sơ trễ"),
        ("apology.published", "Phiếu xin lỗi đã đăng công khai"), ("survey.rate_text_pct", "Tỷ lệ hài lòng ghi trong lời văn"),
        ("survey.forms_distributed", "Phiếu khảo sát phát ra"), ("survey.forms_collected", "Phiếu khảo sát thu về"),
        ("dossier.online", "Hồ sơ nộp trực tuyến"), ("dossier.online_base", "Hồ sơ làm mẫu số của tỷ lệ trực tuyến"), ("dossier.online_pct", "Tỷ lệ hồ sơ trực tuyến ghi trong lời văn"),
        ("dossier.online_total", "Hồ sơ trực tuyến"), ("dossier.online_level3", "Hồ sơ trực tuyến mức độ 3"), ("dossier.online_level4", "Hồ sơ trực tuyến mức độ 4"),
        ("tthc.total", "Thủ tục thuộc thẩm quyền"), ("tthc.publicised", "Thủ tục đang công khai"), ("tthc.internal_processes", "Quy trình nội bộ"),
        ("docs.issued_total", "Văn bản đã ban hành"), ("docs.access_denied", "Văn bản không được tiếp cận"), ("docs.access_allowed", "Văn bản được tiếp cận"),
        ("staff.quota_total", "Biên chế được giao"), ("staff.quota_officials", "Biên chế cán bộ"), ("staff.quota_civil_servants", "Biên chế công chức"),
        ("staff.used_total", "Biên chế đang dùng"), ("staff.officials", "Cán bộ có mặt"), ("staff.civil_servants", "Công chức có mặt"),
        ("staff.vacant_officials", "Cán bộ còn thiếu"), ("staff.vacant_civil_servants", "Công chức còn thiếu"),
        ("staff.part_time_ward", "Người không chuyên trách cấp xã"), ("staff.part_time_ward_actual", "Người không chuyên trách cấp xã, thực tế"),
        ("finance.disbursed", "Vốn đã giải ngân"), ("finance.capital_plan", "Kế hoạch vốn"), ("finance.disbursed_pct", "Tỷ lệ giải ngân ghi trong lời văn"),
        ("plan.tasks_total", "Nhiệm vụ của kế hoạch cải cách"), ("plan.tasks_done", "Nhiệm vụ đã làm của kế hoạch cải cách"),
        ("assigned.total", "Nhiệm vụ cấp trên giao ghi trong lời văn"), ("assigned.done", "Nhiệm vụ cấp trên giao đã làm, ghi trong lời văn"),
        ("eid.citizens_total", "Công dân phải cấp định danh"), ("eid.not_notified", "Công dân chưa được thông báo định danh"),
    ];

    /// <summary>Families whose members differ from report to report: a form's fields, qualifications of staff.</summary>
    private static readonly string[] Families = ["b3.", "staff.officials.", "staff.civil_servants."];

    private static readonly Lazy<Dictionary<string, string>> ByLabel = new(() =>
        OnlyInReports.Select(o => (o.Label, o.Name)).Concat(NamedFigure.All.Where(f => f.Origin is not FigureOrigin.Annex).Select(f => (f.Label, f.Name)))
            .GroupBy(l => Vietnamese.SearchKey(l.Label), StringComparer.Ordinal).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal));

    /// <summary>Name and label of everything that the rules know, rows of the annex apart.</summary>
    public static IEnumerable<(string Name, string Label)> All =>
        NamedFigure.All.Where(f => f.Origin is not FigureOrigin.Annex).Select(f => (f.Name, f.Label)).Concat(OnlyInReports);

    /// <summary>The system's name of what a report calls so; null when it knows none.</summary>
    public static (string Name, bool Known)? Resolve(string typed)
    {
        var name = Other.GetValueOrDefault(typed, typed);
        if (NamedFigure.Find(name) is not null || OnlyInReports.Any(o => o.Name == name) || Families.Any(f => name.StartsWith(f, StringComparison.Ordinal)))
        {
            return (name, true);
        }

        return NamedFigure.Find($"annex.{name}") is not null ? ($"annex.{name}", true)
            : ByLabel.Value.GetValueOrDefault(Vietnamese.SearchKey(typed)) is { } labelled ? (labelled, true)
            : null;
    }

    public static string LabelOf(string name) =>
        NamedFigure.Find(name)?.Label ?? OnlyInReports.FirstOrDefault(o => o.Name == name).Label ?? name;
}

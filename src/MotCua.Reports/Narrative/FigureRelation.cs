namespace MotCua.Reports.Narrative;

/// <summary>How declared figures must stand to each other. A relation speaks only when its figures are declared; a part with "?" may be missing.</summary>
public abstract record FigureRelation(ReportRule Rule)
{
    /// <summary>In percent: part over whole.</summary>
    public sealed record Rate(string Name, string Part, params string[] Whole) : FigureRelation(ReportRule.R1);

    /// <summary>The parts, those with "-" taken away, make the total.</summary>
    public sealed record Sum(ReportRule Rule, string Total, params string[] Parts) : FigureRelation(Rule)
    {
        /// <summary>Advice, because the parts may leave something out.</summary>
        public bool Mild { get; init; }
    }

    /// <summary>One fact in two places.</summary>
    public sealed record Same(ReportRule Rule, string One, string Two) : FigureRelation(Rule);

    public sealed record AtMost(ReportRule Rule, string Part, string Whole) : FigureRelation(Rule);

    /// <summary>Where the one is above zero, the other is too.</summary>
    public sealed record Needs(string Name, string Other) : FigureRelation(ReportRule.R9);

    /// <summary>What is missing of the whole is to be listed.</summary>
    public sealed record Covers(string Part, string Whole) : FigureRelation(ReportRule.R9);

    /// <summary>Two different counts that are hardly the same by chance.</summary>
    public sealed record Differ(ReportRule Rule, string One, string Two) : FigureRelation(Rule);

    /// <summary>A rate beyond a norm is to be said among the limitations.</summary>
    public sealed record Norm(string Name, decimal Most) : FigureRelation(ReportRule.R9);

    /// <summary>Figures "prefix*suffix" add up to the total, or to 100 percent when there is none.</summary>
    public sealed record Group(string Prefix, string Suffix, string? Total) : FigureRelation(ReportRule.R3);

    public static IReadOnlyList<FigureRelation> All { get; } =
    [
        new Sum(ReportRule.R4, "received", "new.direct", "new.online", "?new.postal", "?carried"),
        new Sum(ReportRule.R4, "received", "done", "pending", "?withdrawn", "?returned"),
        new Sum(ReportRule.R4, "received", "done.in_time", "done.late", "pending", "?withdrawn", "?returned"),
        new Sum(ReportRule.R4, "received", "new", "carried"),
        new Sum(ReportRule.R3, "done", "done.in_time", "done.late"),
        new Sum(ReportRule.R3, "pending", "pending.within", "pending.overdue"),
        new Sum(ReportRule.R3, "late", "done.late", "pending.overdue"),
        new Sum(ReportRule.R3, "b1.total", "b1.in_progress_total", "b1.resolved_total", "?withdrawn"),
        new Sum(ReportRule.R3, "b1.in_progress_total", "b1.in_progress_on_time", "b1.in_progress_late"),
        new Sum(ReportRule.R3, "b1.resolved_total", "b1.resolved_on_time", "b1.resolved_late"),
        new Sum(ReportRule.R3, "b1.total", "digitised", "not_digitised", "?b1.online") { Mild = true },
        new Sum(ReportRule.R3, "dossier.online_total", "dossier.online_level3", "dossier.online_level4"),
        new Sum(ReportRule.R3, "docs.issued_total", "docs.access_denied", "docs.access_allowed"),
        new Sum(ReportRule.R3, "directives", "directives.not_started_not_due", "directives.not_started_overdue", "directives.in_progress_not_due", "directives.in_progress_overdue",
            "?directives.waiting_confirmation", "directives.completed_on_time", "directives.completed_late"),
        new Sum(ReportRule.R3, "staff.quota_total", "staff.quota_officials", "staff.quota_civil_servants"),
        new Sum(ReportRule.R3, "staff.used_total", "staff.officials", "staff.civil_servants"),
        new Sum(ReportRule.R3, "staff.vacant_officials", "staff.quota_officials", "-staff.officials"),
        new Sum(ReportRule.R3, "staff.vacant_civil_servants", "staff.quota_civil_servants", "-staff.civil_servants"),
        new Group("b3.", ".received", "b1.total"),
        new Group("b3.", ".surveyed", "rated"),
        new Group("staff.officials.politics_", "_pct", null),
        new Group("staff.officials.qlnn_", "_pct", null),
        new Group("staff.civil_servants.politics_", "_pct", null),
        new Group("staff.civil_servants.qlnn_", "_pct", null),
        new Same(ReportRule.R5, "received", "b1.total"),
        new Same(ReportRule.R5, "received", "annex.3.2.1.received"),
        new Same(ReportRule.R5, "received", "dossier.online_base"),
        new Same(ReportRule.R5, "annex.3.2.1.received", "annex.7.6.3.total"),
        new Same(ReportRule.R5, "done.late", "b1.resolved_late"),
        new Same(ReportRule.R5, "pending", "b1.in_progress_total"),
        new Same(ReportRule.R5, "paid_online", "annex.7.6.4.dossiers"),
        new Same(ReportRule.R5, "paid_online.amount", "annex.7.6.4.amount"),
        new Same(ReportRule.R5, "staff.quota_total", "annex.4.1.quota"),
        new Same(ReportRule.R5, "staff.used_total", "annex.4.1.present"),
        new Same(ReportRule.R5, "staff.part_time_ward", "staff.part_time_ward_actual"),
        new Same(ReportRule.R5, "finance.disbursed", "annex.6.1.done"),
        new Same(ReportRule.R5, "finance.capital_plan", "annex.6.1.plan"),
        new Same(ReportRule.R5, "finance.disbursed_pct", "annex.6.1.rate"),
        new Same(ReportRule.R5, "plan.tasks_total", "annex.1.2.total"),
        new Same(ReportRule.R8, "b2.rows", "late"),
        new AtMost(ReportRule.R8, "apologised", "late"),
        new AtMost(ReportRule.R8, "apology.published", "apologised"),
        new AtMost(ReportRule.R2, "rated", "received"),
        new AtMost(ReportRule.R2, "digitised", "received"),
        new AtMost(ReportRule.R2, "tthc.publicised", "tthc.total"),
        new AtMost(ReportRule.R2, "tthc.internal_processes", "tthc.total"),
        new Rate("dossier.online_pct", "dossier.online", "dossier.online_base"),
        new Rate("finance.disbursed_pct", "finance.disbursed", "finance.capital_plan"),
        new Rate("survey.rate_text_pct", "satisfied", "rated"),
        new Needs("annex.1.7.surveyed", "annex.1.7.forms"),
        new Needs("survey.forms_distributed", "survey.forms_collected"),
        new Covers("tthc.internal_processes", "tthc.total"),
        new Differ(ReportRule.R5, "annex.3.1.1", "annex.3.1.2"),
        new Differ(ReportRule.R2, "annex.3.1.5.commune", "annex.3.1.4.commune"),
        new Norm("done.late.rate", 5m),
        new Norm("late.rate", 5m),
        new Norm("pending.overdue.rate", 5m),
        .. NamedFigure.All.Where(f => f is { IsRate: true, Origin: FigureOrigin.Dossiers }).Select(f => new Rate(f.Name, f.Parts[0], [.. f.Whole])),
        .. Indicator.All.Where(i => i is { Part: not null, Whole: not null }).Select(i => new Rate($"annex.{i.No}", $"annex.{i.Part}", $"annex.{i.Whole}")),
        .. Indicator.All.Where(i => i.Sum.Count > 0).Select(i => new Sum(ReportRule.R3, $"annex.{i.No}", [.. i.Sum.Select(s => $"annex.{s}")])),
    ];
}

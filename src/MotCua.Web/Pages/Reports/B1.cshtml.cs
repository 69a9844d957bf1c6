using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Reports;

/// <summary>Form B.1: results of handling; every number opens its dossiers.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class B1Model(FormTools tools) : FormPage(tools)
{
    /// <summary>The columns as drawn: name, figure behind a count (null: a rate).</summary>
    public static readonly IReadOnlyList<(string Name, string? Figure)> Columns =
    [
        ("total", "received"), ("pending", "pending"), ("pending_within", "pending.within"), ("pending_overdue", "pending.overdue"),
        ("done", "done"), ("done_on_time", "done.in_time"), ("done_late", "done.late"), ("withdrawn", "withdrawn"),
        ("late", "late"), ("late_rate", null), ("online", "new.online"), ("digitised", "digitised"), ("digitised_rate", null),
    ];

    public override Form Form => Form.B1;
}

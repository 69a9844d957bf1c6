using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>Form B.1: results of handling; every number opens its dossiers.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class B1Model(WriteReport write, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    private readonly Text text = t;

    /// <summary>The columns as drawn: name, head, figure behind a count (null: a rate).</summary>
    public static readonly IReadOnlyList<(string Name, string? Figure)> Columns =
    [
        ("total", "received"), ("pending", "pending"), ("pending_within", "pending.within"), ("pending_overdue", "pending.overdue"),
        ("done", "done"), ("done_on_time", "done.in_time"), ("done_late", "done.late"), ("withdrawn", "withdrawn"),
        ("late", "late"), ("late_rate", null), ("online", "new.online"), ("digitised", "digitised"), ("digitised_rate", null),
    ];

    public Report? Report { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return Page();
        }

        var by = Snake.Parse<Grouping>(By) ?? Grouping.Agency;
        var report = await write.RunAsync(new WriteReport.Input(Form.B1, agency, From!.Value, To!.Value, Now.Instant, by, Basis), ct);
        if (!report.Succeeded)
        {
            Refuse(report.Error!);
            return Page();
        }

        Report = report.Value;
        return format == "xlsx"
            ? File(XlsxWriter.ToStream(ReportXlsx.Of(Report, LinkOf)), XlsxWriter.ContentType, $"B1-{agency}-{From:yyyyMMdd}-{To:yyyyMMdd}.xlsx")
            : Page();
    }

    /// <summary>The list behind a cell; null where there is none to open.</summary>
    public string? Link(ReportRow? row, string figure)
    {
        var group = Report!.Grouping;
        return row is null ? ListLink(figure, AgencyCode)
            : group is Grouping.Field ? ListLink(figure, AgencyCode, field: row.Key)
            : group is Grouping.Procedure ? ListLink(figure, AgencyCode, procedure: row.Key)
            : group is Grouping.Agency ? ListLink(figure, row.Key, ownOnly: row.Key == AgencyCode)
            : null;
    }

    /// <summary>The same form one level down; null for the agency itself and for other groups.</summary>
    public string? Open(ReportRow row) => Report!.Grouping is Grouping.Agency && row.Key != AgencyCode
        ? QueryHelpers.AddQueryString(Request.Path, new Dictionary<string, string?>
        {
            ["donvi"] = row.Key,
            ["tu"] = From!.Value.ToString("yyyy-MM-dd"),
            ["den"] = To!.Value.ToString("yyyy-MM-dd"),
            ["han"] = Basis.Text(),
        })
        : null;

    public string GroupHead => text[Report!.Grouping switch
    {
        Grouping.Field => Text.Key("Lĩnh vực"),
        Grouping.Procedure => Text.Key("Thủ tục"),
        Grouping.Level => Text.Key("Cấp"),
        _ => Text.Key("Đơn vị"),
    }];

    /// <summary>Until when the data reach: the end of the period, or now while it runs.</summary>
    public string DataTime => Report!.Period.End < Moment.At(To!.Value.AddDays(1), TimeOnly.MinValue).Instant
        ? text["số liệu lúc {0}", Report.Period.End]
        : text["số liệu chốt 24:00 ngày {0}", To.Value];

    private Uri? LinkOf(ReportRow? row, string figure) =>
        Link(row, figure) is { } path ? new Uri($"{Request.Scheme}://{Request.Host}{path}") : null;
}

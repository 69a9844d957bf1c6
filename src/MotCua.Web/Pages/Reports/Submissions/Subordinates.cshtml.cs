using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>
/// The reports of a period under an agency: who has not sent, what came added up, what the system counts itself, where the two differ.
/// From the sum to an agency's number, from there to the kept list or to today's.
/// </summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class SubordinatesModel(SumSubmissions sum, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "bieu")]
    public string? FormName { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    /// <summary>Whose number the table of agencies shows; the first when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "cot")]
    public string? ColumnName { get; set; }

    public SubmissionSum? Sum { get; private set; }

    public SumColumn Column { get; private set; } = null!;

    public DateOnly Today { get; } = clock.Now().Day;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (From is null || To is null)
        {
            (From, To) = ReportPeriods.EndingIn(PeriodKind.Quarter, Today.AddDays(-100), Today.AddDays(-1)).Last();
        }

        var agency = string.IsNullOrWhiteSpace(AgencyCode) ? officer.Agencies.ById(officer.AgencyId) : officer.Agencies.ByCode(AgencyCode.Trim());
        if (agency is null || !officer.Sees(agency.Id))
        {
            ModelState.AddModelError("", t["Không có đơn vị mã {0} trong phạm vi anh/chị được xem.", AgencyCode ?? ""]);
            return Page();
        }

        (AgencyCode, FormName) = (agency.Code, FormName ?? Form.B1.Name);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var summed = await sum.RunAsync(new(FormName, agency.Code, From.Value, To.Value), ct);
        if (!summed.Succeeded)
        {
            ModelState.AddModelError("", t[summed.Error!]);
            return Page();
        }

        Sum = summed.Value;
        Column = (Sum.Lines.FirstOrDefault(l => l.Column.Name == ColumnName) ?? Sum.Lines.FirstOrDefault(l => l.Column.Figure is not null) ?? Sum.Lines[0]).Column;
        return Page();
    }

    public string ColumnWords(SumColumn column) => column.Group is null ? t[column.Head] : $"{t[column.Group]}: {t[column.Head]}";

    public decimal? SentOf(SubordinateReport agency) => agency.Sent is { } sent ? Column.Sent(sent.Content) : null;

    public decimal? ComputedOf(SubordinateReport agency) => Column.Computed is null ? null : agency.Computed.GetValueOrDefault(Column.Name) ?? 0;

    /// <summary>Today's list behind what the system counts for an agency.</summary>
    public string? TodayPath(SubordinateReport agency)
    {
        if (Column.Figure is null)
        {
            return null;
        }

        var path = Sum!.Form == Form.B4 ? "/nhiem-vu/danh-sach" : "/bao-cao/danh-sach";
        return QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
        {
            ["chitieu"] = Column.Figure,
            ["tu"] = $"{From:yyyy-MM-dd}",
            ["den"] = $"{To:yyyy-MM-dd}",
            ["donvi"] = agency.Code,
            ["rieng"] = agency.IsOwn ? "1" : null,
        }.Where(p => p.Value is not null));
    }

    public static string Number(decimal? number) => number is { } n ? n % 1 == 0 ? Vietnamese.Number((long)n) : Vietnamese.Rate(n) : "–";

    /// <summary>With its sign.</summary>
    public static string Signed(decimal number) => number > 0 ? $"+{Number(number)}" : number < 0 ? $"−{Number(-number)}" : "0";
}

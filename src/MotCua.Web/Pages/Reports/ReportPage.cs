using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>What every report page is asked: period, agency, grouping, basis; all of it in the address.</summary>
public abstract class ReportPage(CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    /// <summary>Agency code; the officer's own when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    [BindProperty(SupportsGet = true, Name = "theo")]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true, Name = "han")]
    public string? BasisName { get; set; }

    public Basis Basis => Snake.Parse<Basis>(BasisName) ?? Basis.Original;

    public Moment Now { get; } = clock.Now();

    protected CurrentOfficer Officer => officer;

    protected Text T => t;

    /// <summary>Sets what was left out and refuses what may not be seen.</summary>
    /// <returns>The agency's code, or null when the officer may not see it.</returns>
    protected string? Settle()
    {
        (From, To) = (From ?? QuarterStart(Now.Day), To ?? Now.Day);
        var agency = string.IsNullOrWhiteSpace(AgencyCode)
            ? officer.Agencies.ById(officer.AgencyId)
            : officer.Agencies.ByCode(AgencyCode.Trim());
        if (agency is null || !officer.Sees(agency.Id))
        {
            ModelState.AddModelError("donvi", t["Không có đơn vị mã {0} trong phạm vi anh/chị được xem.", AgencyCode ?? ""]);
            return null;
        }

        AgencyCode = agency.Code;
        return agency.Code;
    }

    protected void Refuse(Error error) => ModelState.AddModelError(
        error.Field switch { "From" => "tu", "To" => "den", "Agency" => "donvi", _ => "" }, t[error]);

    /// <summary>The first day of the quarter's data: the 15th of the month before it (NĐ 09/2019 Điều 12).</summary>
    public static DateOnly QuarterStart(DateOnly day)
    {
        var quarter = new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 15).AddMonths(-1);
        var next = quarter.AddMonths(3);
        return day >= next ? next : quarter;
    }

    /// <summary>The list behind a number of this report.</summary>
    public string ListLink(string figure, string? agency, string? field = null, string? procedure = null, bool ownOnly = false) =>
        QueryHelpers.AddQueryString("/bao-cao/danh-sach", new Dictionary<string, string?>
        {
            ["chitieu"] = figure,
            ["tu"] = From!.Value.ToString("yyyy-MM-dd"),
            ["den"] = To!.Value.ToString("yyyy-MM-dd"),
            ["donvi"] = agency,
            ["han"] = Basis is Basis.Extended ? "extended" : null,
            ["linhvuc"] = field,
            ["thutuc"] = procedure,
            ["rieng"] = ownOnly ? "1" : null,
        }.Where(p => p.Value is not null));

    /// <summary>The tasks from above behind a number of B.4.</summary>
    public string DirectivesLink(string figure, string? agency, bool ownOnly = false) =>
        QueryHelpers.AddQueryString("/nhiem-vu/danh-sach", new Dictionary<string, string?>
        {
            ["chitieu"] = figure,
            ["tu"] = From!.Value.ToString("yyyy-MM-dd"),
            ["den"] = To!.Value.ToString("yyyy-MM-dd"),
            ["donvi"] = agency ?? AgencyCode,
            ["rieng"] = ownOnly ? "1" : null,
        }.Where(p => p.Value is not null));
}

using System.Globalization;
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

    /// <summary>The instant of the data, yyyy-MM-ddTHH:mm on a Vietnamese wall clock; now when left out.</summary>
    [BindProperty(SupportsGet = true, Name = "luc")]
    public string? At { get; set; }

    /// <summary>The same as an instant.</summary>
    public DateTimeOffset DataAt =>
        DateTime.TryParseExact(At, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? new DateTimeOffset(wall, Moment.VietnamOffset)
            : Now.Instant;

    public Basis Basis => Snake.Parse<Basis>(BasisName) ?? Basis.Original;

    public Moment Now { get; } = clock.Now();

    protected CurrentOfficer Officer => officer;

    protected Text T => t;

    /// <summary>Until when the data of a period reach: its end, or the instant of the data while it runs.</summary>
    public string TimeOf(Period period) => period.End < Moment.At(period.To.AddDays(1), TimeOnly.MinValue).Instant
        ? t["số liệu lúc {0}", period.End]
        : t["số liệu chốt 24:00 ngày {0}", period.To];

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
        ListLink(figure, agency, ownOnly ? "rieng" : field is not null ? "linhvuc" : "thutuc", ownOnly ? "1" : field ?? procedure);

    /// <summary>The list behind the number in a row of this grouping; the row of an agency counts what is under it unless it is the agency itself.</summary>
    public string ListLink(string figure, Grouping? grouping, string key) => grouping switch
    {
        Grouping.Field => ListLink(figure, AgencyCode, "linhvuc", key),
        Grouping.Procedure => ListLink(figure, AgencyCode, "thutuc", key),
        Grouping.Channel => ListLink(figure, AgencyCode, "kenh", key),
        Grouping.Officer => ListLink(figure, AgencyCode, "nguoi", key.Length == 0 ? "-" : key),
        Grouping.Level => ListLink(figure, AgencyCode, "cap", key),
        Grouping.Agency when key == AgencyCode => ListLink(figure, key, "rieng", "1"),
        Grouping.Agency => ListLink(figure, key),
        _ => ListLink(figure, AgencyCode),
    };

    private string ListLink(string figure, string? agency, string narrowed, string? to) =>
        QueryHelpers.AddQueryString("/bao-cao/danh-sach", new Dictionary<string, string?>
        {
            ["chitieu"] = figure,
            ["tu"] = From!.Value.ToString("yyyy-MM-dd"),
            ["den"] = To!.Value.ToString("yyyy-MM-dd"),
            ["donvi"] = agency,
            ["han"] = Basis is Basis.Extended ? "extended" : null,
            ["luc"] = At,
            [narrowed] = to,
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

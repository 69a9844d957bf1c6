using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>A report is begun: which form, for which days. The system counts it at once.</summary>
[Allow(OfficeRole.ReportOfficer)]
public sealed class DraftModel(DraftReport draft, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    [BindProperty(Name = "Form")]
    public string? FormName { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<FieldOption> Forms => [.. Form.All.Select(f => new FieldOption(f.Name, t.FormName(f.Name)))];

    public IReadOnlyList<FieldOption> Kinds => [.. Enum.GetValues<PeriodKind>().Select(k => new FieldOption(k.Text(), t[k.Label()]))];

    public IActionResult OnGet()
    {
        if (!Settle())
        {
            return NotFound();
        }

        var (from, to) = ReportPeriods.EndingIn(PeriodKind.Quarter, clock.Now().Day.AddDays(-100), clock.Now().Day.AddDays(-1)).Last();
        (FormName, Period, From, To) = (Form.B1.Name, PeriodKind.Quarter.Text(), from, to);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Settle())
        {
            return NotFound();
        }

        ModelState.Require(nameof(From), From, t["Ghi từ ngày nào"]);
        ModelState.Require(nameof(To), To, t["Ghi đến ngày nào"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var drafted = await draft.RunAsync(new(FormName ?? "", AgencyCode!, Snake.Parse<PeriodKind>(Period) ?? PeriodKind.Free, From!.Value, To!.Value), ct);
        if (drafted.Succeeded)
        {
            TempData.Flash(t["Đã lập báo cáo từ số liệu của hệ thống. Báo cáo chờ kiểm tra."]);
            return Redirect($"/bao-cao/nop/{drafted.Value}");
        }

        if (drafted.Error!.Code == "submission.not-allowed")
        {
            return this.Only([.. SubmissionDesk.Writers]);
        }

        ModelState.Refuse(t, drafted.Error);
        return Page();
    }

    private bool Settle()
    {
        var agency = string.IsNullOrWhiteSpace(AgencyCode) ? officer.Agencies.ById(officer.AgencyId) : officer.Agencies.ByCode(AgencyCode.Trim());
        if (agency is null || !officer.Sees(agency.Id))
        {
            return false;
        }

        (AgencyCode, AgencyName) = (agency.Code, officer.Agencies.NameOf(agency.Id, clock.Now().Day));
        return true;
    }
}

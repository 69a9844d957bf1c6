using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Submissions;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>What an agency asks of those under it: the duties in force, a new one, the end of one.</summary>
[Allow(OfficeRole.ReportOfficer)]
public sealed class RequireModel(MotCuaDb db, RequireReport require, EndReportDuty end, SubmissionDesk desk, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "donvi")]
    public string? AgencyCode { get; set; }

    [BindProperty(Name = "Form")]
    public string? FormName { get; set; }

    [BindProperty]
    public string? Period { get; set; }

    [BindProperty]
    public string? Level { get; set; }

    [BindProperty]
    public int? DaysToSend { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? FreeFrom { get; set; }

    [BindProperty]
    public DateOnly? FreeTo { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public Guid? Duty { get; set; }

    public string AgencyName { get; private set; } = "";

    public IReadOnlyList<ReportDuty> Duties { get; private set; } = [];

    public DateOnly Today { get; } = clock.Now().Day;

    public IReadOnlyList<FieldOption> Forms => [.. SubmittedForm.All.Select(f => new FieldOption(f.Name, t.FormName(f.Name)))];

    public IReadOnlyList<FieldOption> Kinds => [.. Enum.GetValues<PeriodKind>().Select(k => new FieldOption(k.Text(), t[k.Label()]))];

    public IReadOnlyList<FieldOption> Levels => [new("", t["Mọi đơn vị trực thuộc"]), .. Enum.GetValues<AgencyLevel>().Select(l => new FieldOption(l.Text(), t[l.Name()]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        (FormName, Period, Level, DaysToSend, From) = (Form.B1.Name, PeriodKind.Quarter.Text(), AgencyLevel.Commune.Text(), 5, Today);
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(DaysToSend), DaysToSend, t["Ghi số ngày"]);
        ModelState.Require(nameof(From), From, t["Ghi từ ngày nào"]);
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var facts = new DutyFacts(
            FormName ?? "", Snake.Parse<PeriodKind>(Period) ?? PeriodKind.Quarter, Snake.Parse<AgencyLevel>(Level), DaysToSend!.Value, From!.Value, null, Document ?? "")
        {
            Free = Period == PeriodKind.Free.Text() && FreeFrom is { } first && FreeTo is { } last ? (first, last) : null,
        };
        return await AnswerAsync(await require.RunAsync(new(agency, facts), ct), t["Đã ghi chế độ báo cáo."], ct);
    }

    public async Task<IActionResult> OnPostEndAsync(CancellationToken ct) =>
        Settle() is null ? await ShowAsync(ct) : await AnswerAsync(await end.RunAsync(new(Duty ?? Guid.Empty, Today), ct), t["Đã ngừng yêu cầu từ sau hôm nay."], ct);

    private async Task<IActionResult> AnswerAsync(Result result, string done, CancellationToken ct)
    {
        if (result.Succeeded)
        {
            TempData.Flash(done);
            return Redirect($"/bao-cao/lich/yeu-cau?donvi={Uri.EscapeDataString(AgencyCode!)}");
        }

        db.ChangeTracker.Clear();
        ModelState.Refuse(t, result.Error!);
        return await ShowAsync(ct);
    }

    private AgencyId? Settle()
    {
        var agency = string.IsNullOrWhiteSpace(AgencyCode) ? officer.Agencies.ById(officer.AgencyId) : officer.Agencies.ByCode(AgencyCode.Trim());
        if (agency is null || !officer.Sees(agency.Id) || !desk.May(SubmissionDesk.Receivers, agency.Id))
        {
            return null;
        }

        (AgencyCode, AgencyName) = (agency.Code, officer.Agencies.NameOf(agency.Id, Today));
        return agency.Id;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (Settle() is not { } agency)
        {
            return this.Only([.. SubmissionDesk.Receivers]);
        }

        Duties = await db.ReportDuties.AsNoTracking().Where(d => d.AskedBy == agency).OrderBy(d => d.InForceTo != null).ThenByDescending(d => d.RecordedAt).Take(200).ToListAsync(ct);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Registers.Directives;

/// <summary>One task from above: what it is, what comes next, what happened.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class ShowModel(
    MotCuaDb db, DirectiveList list, RegisterDesk desk, GiveDirective give, StartDirective start, SubmitDirective submit, ConfirmDirective confirm,
    CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int Revision { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public Guid? Holder { get; set; }

    public Moment Now { get; } = clock.Now();

    public Directive Directive { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public string? HolderName { get; private set; }

    public DueText Due { get; private set; } = null!;

    public IReadOnlyList<FieldOption> Colleagues { get; private set; } = [];

    public RegisterFiles Files { get; private set; } = new([], null);

    public IReadOnlyList<ChangeLine> History { get; private set; } = [];

    public bool MayKeep => desk.Keeps(Directive.AgencyId);

    /// <summary>Those who keep the register, and who does the task.</summary>
    public bool MayAct => MayKeep || Directive.HolderId == officer.Id;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ShowAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostGiveAsync(CancellationToken ct) =>
        ActAsync(day => give.RunAsync(new(Id, Revision, new OfficerId(Holder ?? Guid.Empty)), ct), t["Đã giao nhiệm vụ."], needsDay: false, ct);

    public Task<IActionResult> OnPostStartAsync(CancellationToken ct) =>
        ActAsync(day => start.RunAsync(new(Id, Revision, day), ct), t["Đã ghi bắt đầu thực hiện."], needsDay: true, ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) =>
        ActAsync(day => submit.RunAsync(new(Id, Revision, day, Evidence), ct), t["Đã ghi gửi kết quả; nhiệm vụ chờ xác nhận."], needsDay: true, ct);

    public Task<IActionResult> OnPostConfirmAsync(CancellationToken ct) =>
        ActAsync(day => confirm.RunAsync(new(Id, Revision, day), ct), t["Đã ghi xác nhận hoàn thành."], needsDay: true, ct);

    private async Task<IActionResult> ActAsync(Func<DateOnly, Task<Result>> act, string done, bool needsDay, CancellationToken ct)
    {
        if (needsDay)
        {
            ModelState.Require(nameof(Day), Day, t["Ghi ngày"]);
        }

        if (ModelState.IsValid)
        {
            var result = await act(Day ?? Now.Day);
            if (result.Succeeded)
            {
                TempData.Flash(done, t["Xem biểu B.4"], "/bao-cao/b4");
                return Redirect($"/nhiem-vu/{Id}");
            }

            if (result.Error!.Code == "register.not-allowed")
            {
                return this.Only([.. RegisterDesk.Keepers]);
            }

            ModelState.Refuse(t, result.Error);
        }

        db.ChangeTracker.Clear();
        return await ShowAsync(ct) ? Page() : NotFound();
    }

    private async Task<bool> ShowAsync(CancellationToken ct)
    {
        var found = await db.Directives.AsNoTracking().SingleOrDefaultAsync(d => d.Id == Id, ct);
        if (found is null || !officer.Sees(found.AgencyId))
        {
            return false;
        }

        Directive = found;
        AgencyName = officer.Agencies.NameOf(found.AgencyId, Now.Day);
        Due = DirectiveRow.DueOf(await list.ClockAsync(ct), found.DueOn, found.SubmittedOn ?? found.ConfirmedOn, Now.Instant);
        HolderName = found.HolderId is { } holder ? await db.Officers.Where(o => o.Id == holder).Select(o => o.Name).SingleOrDefaultAsync(ct) : null;
        Holder ??= found.HolderId?.Value;
        Colleagues = MayKeep
            ? [.. (await db.ColleaguesAsync(found.AgencyId, Now.Day, ct)).Select(o => new FieldOption(o.Id.Value.ToString(), $"{o.Name}, {o.Title}"))]
            : [];
        Files = new RegisterFiles(await db.FilesAsync(found.Id, ct), MayKeep ? $"/so/nhiem-vu/{Id}/dinh-kem" : null);
        History = await db.HistoryAsync(found.Id, t, ct);
        return true;
    }
}

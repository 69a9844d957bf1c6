using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>
/// Intake at the counter. Everything typed lives in one form, posted whole: Refresh draws it again with what the system
/// found, the other handlers act. What the page shows is loaded in Intake.Screen.cs.
/// </summary>
[Allow(OfficeRole.Receptionist)]
public sealed partial class IntakeModel(
    MotCuaDb db,
    TimeProvider clock,
    CurrentOfficer officer,
    OfficeClocks clocks,
    Text t) : PageModel
{
    private const string Address = "/tiep-nhan";

    [BindProperty]
    public IntakeTyped Typed { get; set; } = IntakeTyped.New();

    public async Task<IActionResult> OnGetAsync(Guid? draft, string? from, CancellationToken ct)
    {
        if (draft is { } id)
        {
            var saved = await db.IntakeDrafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.AgencyId == officer.AgencyId && d.ClosedAt == null, ct);
            if (saved is null)
            {
                TempData.Flash(t[IntakeErrors.DraftGone()]);
                return Redirect(Address);
            }

            var version = await VersionAsync(saved.ProcedureVersionId, ct);
            Typed = IntakeTyped.From(saved.Content, id, version);
        }
        else if (from is not null && await IntakeLookups.PeopleOfAsync(db, officer.AgencyId, from, ct) is var (applicant, submitter))
        {
            Typed.Applicant = PersonTyped.From(applicant);
            Typed.Source = "earlier";
            (Typed.ForAnother, Typed.Submitter) = (submitter is null ? null : "yes", PersonTyped.From(submitter));
        }

        await LoadAsync(Request.Query["tim"], ct);
        return Page();
    }

    /// <summary>Draws the form again: a procedure searched or chosen, a card read, a paper ticked.</summary>
    public async Task<IActionResult> OnPostRefreshAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await LookAsync(ct);
        await LoadAsync(null, ct);
        return Request.Headers.ContainsKey("HX-Request") ? Partial("_IntakeForm", this) : Page();
    }

    public async Task<IActionResult> OnPostSaveAsync([FromServices] SaveIntakeDraft save, CancellationToken ct)
    {
        var form = await ReadAsync(null, ct);
        if (form is null)
        {
            return await AgainAsync(ct);
        }

        var draft = await save.RunAsync(new SaveIntakeDraft.Input(form, Draft, PostId), ct);
        if (!draft.Succeeded)
        {
            return await RefusedAsync(draft.Error!, ct);
        }

        var name = draft.Value.ApplicantName is { Length: > 0 } known ? known : t["người chưa ghi tên"];
        TempData.Flash(t["Đã lưu tạm hồ sơ của {0}.", name], t["Mở lại"], $"{Address}?draft={draft.Value.Id}");
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostGuideAsync([FromServices] GuideToComplete guide, CancellationToken ct)
    {
        var form = await ReadAsync(IntakeAct.Guide, ct);
        if (form is null)
        {
            return await AgainAsync(ct);
        }

        var draft = await guide.RunAsync(new GuideToComplete.Input(form, Draft, PostId), ct);
        return draft.Succeeded ? Redirect($"{Address}/nhap/{draft.Value.Id}/phieu-huong-dan") : await RefusedAsync(draft.Error!, ct);
    }

    public async Task<IActionResult> OnPostReceiveAsync([FromServices] ReceiveDossier receive, CancellationToken ct)
    {
        var form = await ReadAsync(IntakeAct.Receive, ct);
        if (form is null)
        {
            return await AgainAsync(ct);
        }

        var code = await receive.RunAsync(new ReceiveDossier.Input(form, PostId, Draft), ct);
        if (!code.Succeeded)
        {
            return await RefusedAsync(code.Error!, ct);
        }

        TempData.Flash(t["Đã nhận hồ sơ {0} của {1}.", code.Value, form.Applicant!.Name], t["Nộp thêm hồ sơ cho người này"], $"{Address}?from={code.Value}");
        return Redirect($"/ho-so/{code.Value}/giay/receipt?ve={PaperModel.Intake}");
    }

    /// <summary>Done while the applicant waits: received, finished, handed over, no slip.</summary>
    public async Task<IActionResult> OnPostFinishAsync([FromServices] ReceiveDossier receive, CancellationToken ct)
    {
        var form = await ReadAsync(IntakeAct.Finish, ct);
        if (form is null)
        {
            return await AgainAsync(ct);
        }

        // Nothing is promised to somebody who leaves with the result; the ledger notes the day itself as the limit.
        var code = await receive.RunAsync(new ReceiveDossier.Input(form with { Limit = form.Limit ?? "same" }, PostId, Draft, FinishNow: true), ct);
        if (!code.Succeeded)
        {
            return await RefusedAsync(code.Error!, ct);
        }

        TempData.Flash(t["Đã trả ngay hồ sơ {0} của {1}.", code.Value, form.Applicant!.Name], t["Mở hồ sơ"], $"/ho-so/{code.Value}");
        return Redirect(Address);
    }

    /// <summary>The step before a refusal: the legal reason, and the text that the citizen gets.</summary>
    public async Task<IActionResult> OnPostAskRefusalAsync(CancellationToken ct)
    {
        if (await ReadAsync(IntakeAct.Refuse, ct) is null)
        {
            return await AgainAsync(ct);
        }

        Refusing = true;
        Typed.Reason = null;
        return Page();
    }

    public async Task<IActionResult> OnPostRefuseAsync([FromServices] RefuseAtDoor refuse, CancellationToken ct)
    {
        var form = await ReadAsync(IntakeAct.Refuse, ct);
        if (form is null)
        {
            return await AgainAsync(ct);
        }

        var code = await refuse.RunAsync(new RefuseAtDoor.Input(form, PostId, Draft), ct);
        if (code.Succeeded)
        {
            return Redirect($"/ho-so/{code.Value}/giay/refusal");
        }

        Refusing = code.Error!.Field == "Reason";
        return await RefusedAsync(code.Error!, ct);
    }

    private Guid? PostId => Guid.TryParse(Typed.PostId, out var id) ? id : null;

    private Guid? Draft => Guid.TryParse(Typed.DraftId, out var id) ? id : null;

    /// <summary>What was typed, or null when something must be mended first. Without an act only what cannot be read stands in the way.</summary>
    private async Task<IntakeForm?> ReadAsync(IntakeAct? act, CancellationToken ct)
    {
        ModelState.Clear();
        await LookAsync(ct);
        var reader = new IntakeReader(Typed, Version, clock.Now().Day);
        var form = reader.Read();
        var unreadable = reader.Faults.Select(f => f.Field).ToHashSet(StringComparer.Ordinal);
        foreach (var error in reader.Faults.Concat(act is { } wanted ? IntakeRules.Missing(form, Typed, Version, wanted).Where(e => !unreadable.Contains(e.Field)) : []))
        {
            Refuse(error);
        }

        return ModelState.IsValid ? form : null;
    }

    private async Task<IActionResult> AgainAsync(CancellationToken ct)
    {
        await LoadAsync(null, ct);
        return Page();
    }

    private Task<IActionResult> RefusedAsync(Error error, CancellationToken ct)
    {
        Refuse(error);
        return AgainAsync(ct);
    }

    // Where the domain's field has another box on this page.
    private void Refuse(Error error) => ModelState.Refuse(t, error with
    {
        Field = error.Field switch
        {
            "Version" => "Q",
            "Competent" => "CompetentQ",
            "Papers" => "Papers[0].Verdict",
            var field => field,
        },
    });
}

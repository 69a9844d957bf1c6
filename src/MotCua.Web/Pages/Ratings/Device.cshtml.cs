using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Pages.Public;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Ratings;

/// <summary>An officer makes the machine in front of them the counter's rating device; who logged in is logged out there.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.ReportOfficer)]
public sealed class DeviceModel(
    MotCuaDb db, KioskPass pass, SignInManager<Organization.Account> signIn, LogIn logIn, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const int LongestName = 60;

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>What this machine is already.</summary>
    public KioskPass.Opened? Open { get; private set; }

    public string AgencyName { get; private set; } = "";

    private bool May => EnterPaperForms.Keepers.Any(role => officer.Holds(role, officer.AgencyId));

    public IActionResult OnGet() => May ? Show() : this.Only([.. EnterPaperForms.Keepers]);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!May)
        {
            return this.Only([.. EnterPaperForms.Keepers]);
        }

        var name = Vietnamese.Tidy(Name ?? "");
        if (name.Length is 0 or > LongestName || Vietnamese.HasForbiddenCharacters(name))
        {
            ModelState.AddModelError(nameof(Name), t["Ghi tên máy, nhiều nhất {0} chữ", LongestName]);
            return Show();
        }

        await NoteAsync("kiosk.opened", name, ct);
        pass.Give(HttpContext, officer.AgencyId, name);

        // The machine stands before the public: nobody stays logged in on it.
        await logIn.NoteLogOutAsync(officer, User.Identity?.Name ?? "", ct);
        await signIn.SignOutAsync();
        return LocalRedirect(KioskPass.Path);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken ct)
    {
        if (!May)
        {
            return this.Only([.. EnterPaperForms.Keepers]);
        }

        await NoteAsync("kiosk.closed", pass.Read(HttpContext)?.Device ?? "", ct);
        KioskPass.TakeBack(HttpContext);
        TempData.Flash(t["Máy này không còn là máy đánh giá."]);
        return Redirect("/danh-gia/may");
    }

    private IActionResult Show()
    {
        Open = pass.Read(HttpContext);
        AgencyName = officer.Agencies.NameOf(officer.AgencyId, clock.Now().Day);
        return Page();
    }

    private Task NoteAsync(string action, string device, CancellationToken ct)
    {
        db.Audit.Add(new AuditEntry { At = clock.Now().Instant, OfficerId = officer.Id.Value, Action = action, Subject = device });
        return db.SaveChangesAsync(ct);
    }
}

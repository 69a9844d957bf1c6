using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers;

/// <summary>A file for a record of any register.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Clerk), RequestSizeLimit(LargestPost), RequestFormLimits(MultipartBodyLengthLimit = LargestPost)]
public sealed class AttachModel(MotCuaDb db, RegisterDesk desk, AttachToRecord attach, CurrentOfficer officer, Text t) : PageModel
{
    private const long LargestPost = 12_000_000;

    [FromRoute(Name = "so")]
    public string Address { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public RegisterPlace Place { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } gone)
        {
            return gone;
        }

        if (Upload is null)
        {
            ModelState.AddModelError(nameof(Upload), t["Chọn một tệp"]);
            return Page();
        }

        await using var content = Upload.OpenReadStream();
        var added = Upload.Length > FileStore.Largest
            ? FileStore.TooLarge(Upload.FileName)
            : await attach.RunAsync(new AttachToRecord.Input(Place.Record, Place.Keepers, Upload.FileName, content), ct);
        if (added.Succeeded)
        {
            TempData.Flash(t["Đã thêm tệp."]);
            return Redirect(Place.Path);
        }

        ModelState.AddModelError(nameof(Upload), t[added.Error!]);
        return Page();
    }

    private async Task<IActionResult?> LoadAsync(CancellationToken ct)
    {
        var place = await RegisterPlaces.FindAsync(db, Address, Id, ct);
        if (place is null || !officer.Sees(place.Record.AgencyId))
        {
            return NotFound();
        }

        Place = place;
        return desk.Keeps(place.Record.AgencyId, place.Keepers) ? null : this.Only([.. place.Keepers]);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>A new agency, or new facts of a known one from a day on.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class EditModel(MotCuaDb db, FoundAgency found, ChangeAgency change, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "ma")]
    public string? Known { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public AgencyLevel Level { get; set; } = AgencyLevel.Commune;

    [BindProperty]
    public string? ParentCode { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public string? CentreName { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? LookUpUrl { get; set; }

    [BindProperty]
    public string? PlaceName { get; set; }

    [BindProperty]
    public string? Identifier { get; set; }

    public bool IsNew => string.IsNullOrEmpty(Known);

    public IReadOnlyList<FieldOption> Levels => [.. Enum.GetValues<AgencyLevel>().Select(l => new FieldOption(l.ToString(), t[l.Name()]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ValidFrom = clock.Now().Day;
        if (IsNew)
        {
            ParentCode = officer.Agencies.CodeOf(officer.AgencyId);
            return Page();
        }

        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        var agency = await db.Agencies.AsNoTracking().SingleAsync(a => a.Code == Known, ct);
        var tree = officer.Agencies;
        var place = tree.PlaceAt(agency.Id, ValidFrom.Value)!;
        (Code, Name, Level, Revision) = (agency.Code, place.Name, place.Level, agency.Revision);
        (ParentCode, ValidFrom) = (place.ParentId is { } up ? tree.CodeOf(up) : null, place.ValidFrom);
        var c = agency.Contact;
        (CentreName, Address, Phone, Email, LookUpUrl, PlaceName, Identifier) = (c.CentreName, c.Address, c.Phone, c.Email, c.LookUpUrl, c.PlaceName, c.Identifier);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Refusal() is { } refusal)
        {
            return refusal;
        }

        ModelState.Require(nameof(Name), Name, t["Ghi tên đơn vị"]);
        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu hiệu lực"]);
        if (IsNew)
        {
            ModelState.Require(nameof(Code), Code, t["Ghi mã đơn vị"]);
        }

        if (!string.IsNullOrWhiteSpace(Identifier) && !Agency.IsCode(Identifier.Trim()))
        {
            ModelState.Refuse(t, OrganizationErrors.BadCode(Identifier).At(nameof(Identifier)));
        }

        if (ModelState.IsValid)
        {
            var saved = await SaveAsync(ct);
            if (saved.Succeeded)
            {
                TempData.Flash(IsNew ? t["Đã thêm đơn vị {0}.", Name!] : t["Đã lưu đơn vị {0}.", Name!]);
                return RedirectToPage("Show", new { ma = IsNew ? Code!.Trim() : Known });
            }

            ModelState.Refuse(t, saved.Error!);
        }

        return Page();
    }

    private async Task<Result> SaveAsync(CancellationToken ct)
    {
        var parent = string.IsNullOrWhiteSpace(ParentCode) ? null : ParentCode.Trim();
        var contact = new AgencyContact
        {
            CentreName = Tidy(CentreName),
            Address = Tidy(Address),
            Phone = Tidy(Phone),
            Email = Tidy(Email),
            LookUpUrl = Tidy(LookUpUrl),
            PlaceName = Tidy(PlaceName),
            Identifier = Tidy(Identifier),
        };
        return IsNew
            ? await found.RunAsync(new(Code!.Trim(), Name!, Level, parent, ValidFrom!.Value) { Contact = contact }, officer.Id, ct)
            : await change.RunAsync(new(officer.Agencies.ByCode(Known)!.Id, ValidFrom!.Value, Name!, Level, parent, contact, Revision), officer.Id, ct);
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);

    /// <summary>Only who administers the agency, and the one it is put under.</summary>
    private IActionResult? Refusal()
    {
        var tree = officer.Agencies;
        if (!IsNew)
        {
            if (tree.ByCode(Known) is not { } known)
            {
                return NotFound();
            }

            if (!officer.Holds(OfficeRole.Administrator, known.Id))
            {
                return this.Only(OfficeRole.Administrator);
            }
        }

        if (!HttpMethods.IsPost(Request.Method))
        {
            return null;
        }

        var parent = tree.ByCode(ParentCode?.Trim());
        var stays = !IsNew && tree.PlaceAt(tree.ByCode(Known)!.Id, clock.Now().Day)!.ParentId == parent?.Id;
        return stays || officer.AdministersAll || (parent is not null && officer.Holds(OfficeRole.Administrator, parent.Id))
            || (parent is null && !string.IsNullOrWhiteSpace(ParentCode))
            ? null
            : this.Only(OfficeRole.Administrator);
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Officers;

/// <summary>A new officer, or new facts of a known one.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class EditModel(MotCuaDb db, CreateOfficer create, ChangeOfficer change, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "co-quan")]
    public string? AgencyCode { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public Guid? UnitId { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public DateOnly? ValidFrom { get; set; }

    [BindProperty]
    public DateOnly? ValidTo { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    public bool IsNew => Id is null;

    public IReadOnlyList<FieldOption> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ValidFrom = clock.Now().Day;
        if (IsNew)
        {
            AgencyCode = string.IsNullOrEmpty(AgencyCode) ? officer.Agencies.CodeOf(officer.AgencyId) : AgencyCode;
        }
        else
        {
            var id = new OfficerId(Id!.Value);
            if (await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct) is not { } known)
            {
                return NotFound();
            }

            (Code, Name, Title, UnitId, Phone, Email) = (known.Code, known.Name, known.Title, known.UnitId?.Value, known.Phone, known.Email);
            (ValidFrom, ValidTo, Revision, AgencyCode) = (known.ValidFrom, known.ValidTo, known.Revision, officer.Agencies.CodeOf(known.AgencyId));
        }

        return await PrepareAsync(ct) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await PrepareAsync(ct) is { } refusal)
        {
            return refusal;
        }

        if (IsNew)
        {
            ModelState.Require(nameof(Code), Code, t["Ghi mã cán bộ"]);
        }

        ModelState.Require(nameof(Name), Name, t["Ghi họ, chữ đệm, tên"]);
        ModelState.Require(nameof(Title), Title, t["Ghi chức danh"]);
        ModelState.Require(nameof(ValidFrom), ValidFrom, t["Ghi ngày bắt đầu"]);
        if (!ModelState.IsValid || officer.Agencies.ByCode(AgencyCode) is not { } agency)
        {
            return Page();
        }

        var facts = new OfficerFacts(Name!, Title!, agency.Id, UnitId is { } u ? new UnitId(u) : null, ValidFrom!.Value, ValidTo) { Phone = Phone, Email = Email };
        var id = IsNew ? default : new OfficerId(Id!.Value);
        Result saved;
        if (IsNew)
        {
            var created = await create.RunAsync(new(Code!.Trim().ToUpperInvariant(), facts), officer.Id, ct);
            id = created.Succeeded ? created.Value : id;
            saved = created;
        }
        else
        {
            saved = await change.RunAsync(new(id, facts, Revision), officer.Id, ct);
        }

        if (!saved.Succeeded)
        {
            ModelState.Refuse(t, saved.Error!);
            return Page();
        }

        TempData.Flash(IsNew ? t["Đã thêm {0}. Giao vai và cấp tài khoản ở dưới.", Name!] : t["Đã lưu {0}.", Name!]);
        return RedirectToPage("Show", new { id = id.Value });
    }

    /// <summary>Checks the agency where the officer is, and the one where the officer is put.</summary>
    private async Task<IActionResult?> PrepareAsync(CancellationToken ct)
    {
        if (!IsNew)
        {
            var id = new OfficerId(Id!.Value);
            var known = await db.Officers.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id, ct);
            if (known is null)
            {
                return NotFound();
            }

            Code = known.Code;
            if (!officer.Holds(OfficeRole.Administrator, known.AgencyId))
            {
                return this.Only(OfficeRole.Administrator);
            }
        }

        if (officer.Agencies.ByCode(AgencyCode?.Trim()) is not { } agency)
        {
            ModelState.AddModelError("co-quan", t[OrganizationErrors.AgencyNotFound(AgencyCode ?? "")]);
            return null;
        }

        AgencyCode = agency.Code;
        var units = await db.Units.AsNoTracking().Where(u => u.AgencyId == agency.Id).OrderBy(u => u.SearchName).ToListAsync(ct);
        Units = [new("", t["Không thuộc phòng nào"]), .. units.Select(u => new FieldOption(u.Id.Value.ToString(), u.Name))];
        return officer.Holds(OfficeRole.Administrator, agency.Id) ? null : this.Only(OfficeRole.Administrator);
    }
}

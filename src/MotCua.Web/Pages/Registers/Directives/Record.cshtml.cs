using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers.Directives;

/// <summary>A task comes down from above and is entered for the officer's own agency.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer)]
public sealed class RecordModel(DirectiveList list, RecordDirective record, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    [BindProperty(Name = "Content")]
    public string? Task { get; set; }

    [BindProperty]
    public string? IssuedBy { get; set; }

    [BindProperty]
    public string? Document { get; set; }

    [BindProperty]
    public DateOnly? AssignedOn { get; set; }

    [BindProperty]
    public DateOnly? DueOn { get; set; }

    [BindProperty]
    public string? Number { get; set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        AssignedOn = clock.Now().Day;
        Number = await list.NextNumberAsync(officer.AgencyId, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ModelState.Require(nameof(AssignedOn), AssignedOn, t["Ghi ngày giao"]);
        ModelState.Require(nameof(DueOn), DueOn, t["Ghi thời hạn"]);
        if (AssignedOn is { } assigned && DueOn < assigned)
        {
            ModelState.AddModelError(nameof(DueOn), t["Thời hạn phải từ ngày giao trở đi"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var facts = new DirectiveFacts
        {
            Number = Number ?? "",
            IssuedBy = IssuedBy ?? "",
            Document = Document ?? "",
            Content = Task ?? "",
            AssignedOn = AssignedOn!.Value,
            DueOn = DueOn!.Value,
        };
        var recorded = await record.RunAsync(new(officer.AgencyId, facts), ct);
        if (recorded.Succeeded)
        {
            TempData.Flash(t["Đã ghi nhiệm vụ {0}.", facts.Number]);
            return Redirect($"/nhiem-vu/{recorded.Value}");
        }

        ModelState.Refuse(t, recorded.Error!);
        return Page();
    }
}

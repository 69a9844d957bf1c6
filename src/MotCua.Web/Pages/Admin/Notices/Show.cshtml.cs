using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>One delivery: the exact text, every attempt's end, and what to do.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class ShowModel(DeliveryList list, SendAgain again, CurrentOfficer officer, Text t) : PageModel
{
    public DeliveryRow Row { get; private set; } = null!;

    public bool MayAct { get; private set; }

    public string Address => Row.Recipient.Length == 0 ? t["chưa có địa chỉ"] : MayAct ? Row.Recipient : DeliveryWords.Masked(Row.Recipient);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!MayAct)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var count = (await again.RunAsync(new([Row.Id]), ct)).Value;
        if (count > 0)
        {
            TempData.Flash(t["Tin sẽ được gửi lại trong ít phút."]);
        }

        return RedirectToPage(new { id });
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(new DeliveryId(id), ct) is not { } row)
        {
            return false;
        }

        Row = row;
        MayAct = row.AgencyId is { } agency ? officer.Holds(OfficeRole.Administrator, agency) : officer.AdministersAll;
        return true;
    }
}

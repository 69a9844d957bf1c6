using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Inbox;

/// <summary>Puts the ticked dossiers into one officer's hands ("phân công").</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Signer)]
public sealed class AssignModel(InboxQuery query, AssignDossier assign, MotCuaDb db, NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time, Text t)
    : BulkPage(query, source, officer, time, t)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ShowAsync(ct);
        if (HolderId is not { } holder || Colleagues.FirstOrDefault(c => c.Id == holder.Value) is not { } colleague)
        {
            ModelState.AddModelError("nguoi", T["Chọn người nhận hồ sơ"]);
            return await ShowAsync(ct);
        }

        return await ActAsync(
            async code =>
            {
                db.ChangeTracker.Clear();
                return await assign.RunAsync(new AssignDossier.Input(code, null, holder), ct);
            },
            count => T["Đã phân công {0} hồ sơ cho {1}.", count, colleague.Name]);
    }
}

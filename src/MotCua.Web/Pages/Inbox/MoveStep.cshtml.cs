using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Inbox;

/// <summary>The present step of the ticked dossiers is done; the next one begins ("chuyển bước").</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class MoveStepModel(InboxQuery query, FinishStep finish, MotCuaDb db, NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time, Text t)
    : BulkPage(query, source, officer, time, t)
{
    [BindProperty(Name = "ket-qua")]
    public string? Outcome { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => ActAsync(
        async code =>
        {
            db.ChangeTracker.Clear();
            var outcome = string.IsNullOrWhiteSpace(Outcome) ? null : Vietnamese.Tidy(Outcome[..Math.Min(Outcome.Length, 500)]);
            return await finish.RunAsync(new FinishStep.Input(code, null, HolderId, outcome), ct);
        },
        count => T["Đã chuyển bước {0} hồ sơ.", count]);
}

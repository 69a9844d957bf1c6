using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>After a change of the calendar: what was done, and how many promised dates would move if somebody decided so.</summary>
public sealed class CalendarAftermath(MotCuaDb db, PreviewRecomputation preview, CurrentOfficer officer, Text t)
{
    /// <param name="page">Gets the note.</param>
    /// <param name="scope">The agency whose dossiers, with all under it, may be touched.</param>
    /// <param name="did">What was done, a sentence.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(PageModel page, AgencyId scope, string did, CancellationToken ct)
    {
        var id = (await preview.RunAsync(new PreviewRecomputation.Input(scope), officer.Id, ct)).Value;
        var total = (await db.Recomputations.FindAsync([id], ct))!.Total;
        if (total == 0)
        {
            page.TempData.Flash($"{did} {t["Không ngày hẹn nào phải đổi."]}");
            return;
        }

        page.TempData.Flash(
            $"{did} {t["{0} hồ sơ đang mở sẽ đổi ngày hẹn nếu tính lại. Cho tới khi quyết định, mọi ngày đã hẹn vẫn giữ.", total]}",
            t["Xem {0} hồ sơ", total], page.Url.Page("/Admin/Calendar/Recompute", new { id }));
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Account;

/// <summary>What the program tells the officer: work that came, answers, the morning digest.</summary>
[Allow]
public sealed class NoticesModel(MotCuaDb db, ReadNotices read, CurrentOfficer officer, OfficerFrame frame, Text t) : PageModel
{
    private const int PageSize = 50;

    public sealed record Row(DeliveryId Id, string Subject, string Body, DateTimeOffset At, bool IsNew, bool Opens);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public int Unread { get; private set; }

    public async Task OnGetAsync([FromQuery(Name = "trang")] int page = 1, CancellationToken ct = default)
    {
        var me = officer.Id;
        var mine = db.NoticeDeliveries.AsNoTracking().Where(d => d.OfficerId == me && d.Channel == NoticeChannel.InApp);
        var total = await mine.CountAsync(ct);
        Unread = await mine.CountAsync(d => d.ReadAt == null, ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, total, t["thông báo"]);
        Rows = await mine.OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(d => new Row(d.Id, d.Subject, d.Body, d.CreatedAt, d.ReadAt == null, d.DossierId != null || d.Link != null)).ToListAsync(ct);
    }

    /// <summary>Reads one and goes where it leads.</summary>
    public async Task<IActionResult> OnPostOpenAsync(Guid id, CancellationToken ct)
    {
        if (await read.RunAsync(new(new DeliveryId(id)), ct) is not { } notice)
        {
            return NotFound();
        }

        if (notice.DossierId is { } dossier)
        {
            return Redirect(frame.DossierPath(await db.Dossiers.Where(d => d.Id == dossier).Select(d => d.Code).SingleAsync(ct)));
        }

        return notice.Link is { } link && Url.IsLocalUrl(link) ? Redirect(link) : RedirectToPage();
    }

    public async Task<IActionResult> OnPostReadAllAsync(CancellationToken ct)
    {
        await read.RunAsync(new(null), ct);
        TempData.Flash(t["Đã đánh dấu đọc hết."]);
        return RedirectToPage();
    }
}

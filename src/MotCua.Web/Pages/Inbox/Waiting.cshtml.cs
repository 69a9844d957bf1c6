using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>Results that nobody has fetched yet ("chờ trả kết quả"), the longest waiting first.</summary>
[Allow]
public sealed class WaitingModel(InboxQuery query, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? Trang { get; set; }

    public Moment Now { get; } = time.Now();

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public InboxCounts Counts { get; private set; } = new();

    public Paging Paging { get; private set; } = new(1, InboxQuery.PageSize, 0, "");

    public string Search => Q is null ? "" : Q.Trim()[..Math.Min(Q.Trim().Length, 200)];

    public bool MayReturn => officer.HoldsAnywhere(OfficeRole.Receptionist);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var page = int.TryParse(Trang, out var wanted) ? Math.Clamp(wanted, 1, 100_000) : 1;
        Counts = await query.CountsAsync(ct);
        Rows = await query.WaitingAsync(Search, (page - 1) * InboxQuery.PageSize, InboxQuery.PageSize, ct);
        Paging = new Paging(page, InboxQuery.PageSize, Rows.Count == 0 ? 0 : Rows[0].Total, t["hồ sơ"]);
    }

    public int DaysWaiting(InboxRow row) => Now.Day.DayNumber - Moment.Of(row.FinishedAt!.Value).Day.DayNumber;
}

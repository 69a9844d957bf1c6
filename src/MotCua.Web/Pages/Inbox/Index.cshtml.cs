using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Inbox;

/// <summary>One list over all procedures, the most urgent on top ("Việc của tôi").</summary>
[Allow]
public sealed class IndexModel(InboxQuery query, OfficeClocks clocks, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public InboxFilter Filter { get; set; } = new();

    public Moment Now { get; } = time.Now();

    public DeadlineClock Clock { get; private set; } = null!;

    public InboxCounts Counts { get; private set; } = new();

    public InboxChips Chips { get; private set; } = new();

    public IReadOnlyList<string> Fields { get; private set; } = [];

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public IReadOnlySet<string> Columns { get; private set; } = new HashSet<string>();

    public Paging Paging { get; private set; } = new(1, InboxQuery.PageSize, 0, "");

    public bool IsMine(InboxRow row) => row.HolderId == officer.Id.Value;

    /// <summary>What other agencies ask is answered one by one.</summary>
    public bool MayTick => Filter.Tab != InboxTab.Legs;

    public bool MayActInBulk => MayTick && HoldsWork;

    private bool HoldsWork => officer.HoldsAnywhere(OfficeRole.Specialist) || officer.HoldsAnywhere(OfficeRole.Signer) || officer.HoldsAnywhere(OfficeRole.Receptionist);

    public bool MayReceive => officer.HoldsAnywhere(OfficeRole.Receptionist);

    public async Task OnGetAsync(CancellationToken ct)
    {
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        Columns = InboxColumns.Of(Request);
        Counts = await query.CountsAsync(ct);
        Chips = await query.ChipsAsync(Filter.Tab, Clock, ct);
        Fields = await query.FieldsAsync(Filter.Tab, ct);
        var size = Filter.All ? InboxQuery.MostTicked : InboxQuery.PageSize;
        var page = Filter.All ? 1 : Filter.Page;
        Rows = await query.RowsAsync(Filter, Clock, (page - 1) * size, size, ct);
        if (Rows.Count == 0 && page > 1)
        {
            // A page that has emptied since: the first one tells the truth.
            page = 1;
            Rows = await query.RowsAsync(Filter, Clock, 0, size, ct);
        }

        Paging = new Paging(page, size, Rows.Count == 0 ? 0 : Rows[0].Total, t["hồ sơ"]);
    }

    public IActionResult OnPostColumns(string[] cot, string? ve)
    {
        InboxColumns.Keep(Response, cot);
        return LocalRedirect(Url.IsLocalUrl(ve) ? ve : "/Inbox");
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        Clock = await clocks.ForAsync(officer.AgencyId, ct);
        var rows = await query.RowsAsync(Filter, Clock, 0, InboxExport.MostRows, ct);
        return InboxExport.File(rows, Clock, Now, t[TabWords(Filter.Tab)], t);
    }

    public static string TabWords(InboxTab tab) => tab switch
    {
        InboxTab.Mine => Text.Key("Việc của tôi"),
        InboxTab.Unassigned => Text.Key("Chờ phân công"),
        InboxTab.Paused => Text.Key("Tạm dừng"),
        InboxTab.DoneThisWeek => Text.Key("Xong tuần này"),
        InboxTab.WholeOffice => Text.Key("Cả đơn vị"),
        InboxTab.Legs => Text.Key("Liên thông đến"),
        _ => throw new ArgumentOutOfRangeException(nameof(tab)),
    };

    public static string DueFilterWords(DueFilter due) => due switch
    {
        DueFilter.Overdue => Text.Key("Quá hạn"),
        DueFilter.Today => Text.Key("Hạn hôm nay"),
        DueFilter.Soon => Text.Key("Dưới 2 ngày"),
        DueFilter.Paused => Text.Key("Tạm dừng"),
        DueFilter.NoLimit => Text.Key("Không hẹn ngày"),
        _ => throw new ArgumentOutOfRangeException(nameof(due)),
    };

    public EmptyState Empty()
    {
        if (Filter.IsNarrowed)
        {
            return Filter.Text.Length > 0
                ? new(t["Không thấy “{0}”", Filter.Text], t["Thử bỏ dấu, gõ 6 số cuối của mã, hoặc tìm ở cả đơn vị."], t["Bỏ lọc"], Url.Page("/Inbox/Index", new { nhom = Filter.Nhom }))
                : new(t["Không có hồ sơ nào như vậy"], t["Bỏ bớt điều kiện lọc để thấy thêm."], t["Bỏ lọc"], Url.Page("/Inbox/Index", new { nhom = Filter.Nhom }));
        }

        return Filter.Tab switch
        {
            InboxTab.Mine when Counts.Legs > 0 => new(
                t["Không còn việc nào trong hộp của anh/chị"],
                t["Cơ quan khác đang chờ đơn vị trả lời."],
                t["Xem {0} việc liên thông đến", Counts.Legs],
                Url.Page("/Inbox/Index", new { nhom = InboxFilter.NameOf(InboxTab.Legs) })),
            InboxTab.Mine when Counts.Unassigned > 0 => new(
                t["Không còn việc nào trong hộp của anh/chị"],
                t["Hồ sơ được phân công sẽ hiện ở đây, gấp nhất ở trên."],
                t["Xem {0} hồ sơ chờ phân công", Counts.Unassigned],
                Url.Page("/Inbox/Index", new { nhom = InboxFilter.NameOf(InboxTab.Unassigned) })),
            InboxTab.Mine => new(t["Không còn việc nào trong hộp của anh/chị"], t["Hồ sơ được phân công sẽ hiện ở đây, gấp nhất ở trên."]),
            InboxTab.Unassigned => new(t["Không có hồ sơ chờ phân công"], t["Hồ sơ mới nhận mà chưa có người giữ sẽ hiện ở đây."]),
            InboxTab.Paused => new(t["Không có hồ sơ tạm dừng"], t["Hồ sơ chờ bổ sung hoặc chờ nơi khác trả lời sẽ hiện ở đây."]),
            InboxTab.Legs => new(t["Không có việc liên thông nào chờ đơn vị"], t["Hồ sơ mà cơ quan khác nhờ hoặc hỏi sẽ hiện ở đây, gấp nhất ở trên."]),
            InboxTab.DoneThisWeek => new(t["Tuần này chưa xong hồ sơ nào"], t["Hồ sơ có kết quả từ thứ Hai sẽ hiện ở đây."]),
            _ => new(t["Đơn vị không còn hồ sơ đang giải quyết"], t["Hồ sơ mới nhận sẽ hiện ở đây."]),
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>What was sent to whom, and what did not arrive: stuck ones first.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(DeliveryList list, SendAgain again, RetryOutbox retry, CurrentOfficer officer, Text t) : PageModel
{
    private const int PageSize = 50;

    public static readonly IReadOnlyList<(string Address, DeliveryTab Tab, string Words)> Tabs =
    [
        ("can-xem", DeliveryTab.Attention, Text.Key("Cần xem")),
        ("cho-gui", DeliveryTab.Waiting, Text.Key("Chờ gửi")),
        ("da-gui", DeliveryTab.Sent, Text.Key("Đã gửi")),
        ("khong-gui", DeliveryTab.Skipped, Text.Key("Không gửi")),
    ];

    [FromQuery(Name = "nhom")]
    public string? TabName { get; set; }

    [FromQuery(Name = "kenh")]
    public NoticeChannel? Channel { get; set; }

    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    public DeliveryTab Tab => Tabs.FirstOrDefault(x => x.Address == TabName).Tab;

    public IReadOnlyDictionary<DeliveryTab, int> Counts { get; private set; } = new Dictionary<DeliveryTab, int>();

    public IReadOnlyList<DeliveryRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    /// <summary>Outbox messages that were given up; only for who administers all.</summary>
    public int StuckMessages { get; private set; }

    public bool MayAct => officer.HoldsAnywhere(OfficeRole.Administrator);

    public IReadOnlyList<FieldOption> Channels =>
        [new("", t["Mọi kênh gửi ra ngoài"]), .. DeliveryWords.Channels.Select(c => new FieldOption(c.Key.ToString(), t[c.Value]))];

    /// <summary>In full for who may mend it, else masked.</summary>
    public string AddressOf(DeliveryRow row) => row.Recipient.Length == 0 ? t["chưa có địa chỉ"]
        : row.Channel is NoticeChannel.InApp ? t["cán bộ"]
        : row.AgencyId is { } agency && officer.Holds(OfficeRole.Administrator, agency) ? row.Recipient
        : DeliveryWords.Masked(row.Recipient);

    public async Task OnGetAsync([FromQuery(Name = "trang")] int page = 1, CancellationToken ct = default)
    {
        Counts = await list.CountsAsync(Channel, Query, ct);
        var total = Counts[Tab];
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, total, t["tin"]);
        Rows = await list.RowsAsync(Tab, Channel, Query, (page - 1) * PageSize, PageSize, ct);
        StuckMessages = officer.AdministersAll ? await list.StuckMessagesAsync(ct) : 0;
    }

    public async Task<IActionResult> OnPostAgainAsync([FromForm(Name = "ma")] Guid[] ids, CancellationToken ct)
    {
        if (!MayAct)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var count = (await again.RunAsync(new([.. ids.Select(i => new DeliveryId(i))]), ct)).Value;
        if (count == 0)
        {
            TempData.FlashRefusal(t["Chưa chọn tin nào gửi lại được."]);
        }
        else
        {
            TempData.Flash(t["{0} tin sẽ được gửi lại trong ít phút.", count], t["Xem tin chờ gửi"], Url.Page("Index", new { nhom = "cho-gui" }));
        }

        return Redirect(Request.With(("handler", null)));
    }

    public async Task<IActionResult> OnPostRetryAsync(CancellationToken ct)
    {
        if (!officer.AdministersAll)
        {
            return this.Only(OfficeRole.Administrator);
        }

        TempData.Flash(t["Đang làm lại {0} việc.", await retry.RunAsync(officer.Id, ct)]);
        return RedirectToPage();
    }
}

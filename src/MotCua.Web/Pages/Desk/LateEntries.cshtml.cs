using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Every act that was keyed later than it happened, for who watches over the ledger ("việc ghi muộn").</summary>
[Allow(OfficeRole.Auditor, OfficeRole.Signer, OfficeRole.ReportOfficer)]
public sealed class LateEntriesModel(LateEntryList list, OfficeClocks clocks, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    private const int UsualDays = 30;

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "den")]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "viec")]
    public string? Act { get; set; }

    /// <summary>"co": with a leader's consent; "khong": without.</summary>
    [BindProperty(SupportsGet = true, Name = "dong-y")]
    public string? Consent { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public string? PageTyped { get; set; }

    public IReadOnlyList<LateEntryRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, LateEntryList.PageSize, 0, "");

    private TimeSpan day;

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        var today = time.Now().Day;
        To ??= today;
        From ??= To.Value.AddDays(-UsualDays);
        Paging = new Paging(1, LateEntryList.PageSize, 0, t["việc"]);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        day = (await clocks.ForAsync(officer.AgencyId, ct)).DayOf(time.Now().Instant);
        var filter = new LateEntryFilter(From.Value, To.Value, Snake.Parse<EventKind>(Act), Consent switch { "co" => true, "khong" => false, _ => null });
        if (format == "xlsx")
        {
            var all = await list.ReadAsync(filter, 0, LateEntryList.MostRows, ct);
            return new FileStreamResult(XlsxWriter.ToStream(Book(all)), XlsxWriter.ContentType) { FileDownloadName = $"viec-ghi-muon-{From:yyyyMMdd}-{To:yyyyMMdd}.xlsx" };
        }

        var page = int.TryParse(PageTyped, out var wanted) ? Math.Clamp(wanted, 1, 100_000) : 1;
        Rows = await list.ReadAsync(filter, (page - 1) * LateEntryList.PageSize, LateEntryList.PageSize, ct);
        Paging = new Paging(page, LateEntryList.PageSize, await list.CountAsync(filter, ct), t["việc"]);
        return Page();
    }

    /// <summary>2 ngày 3 giờ of office time; minutes below an hour.</summary>
    public string Delay(TimeSpan delay)
    {
        if (delay < TimeSpan.FromMinutes(1))
        {
            return t["ngoài giờ làm việc"];
        }

        var (days, rest) = ((int)(delay.Ticks / day.Ticks), TimeSpan.FromTicks(delay.Ticks % day.Ticks));
        return (days, (int)rest.TotalHours) switch
        {
            (0, 0) => t["{0} phút", rest.Minutes],
            (0, var hours) => t["{0} giờ {1} phút", hours, rest.Minutes],
            (_, 0) => t["{0} ngày", days],
            var (whole, hours) => t["{0} ngày {1} giờ", whole, hours],
        };
    }

    public static string KindWords(EventKind kind) => DossierActs.All.FirstOrDefault(a => a.Kind == kind)?.Label ?? Others.GetValueOrDefault(kind, "");

    /// <summary>Acts without a form of their own.</summary>
    public static readonly IReadOnlyDictionary<EventKind, string> Others = new Dictionary<EventKind, string>
    {
        [EventKind.Received] = Text.Key("Tiếp nhận"),
        [EventKind.RefusedAtDoor] = Text.Key("Không tiếp nhận"),
        [EventKind.HandedOver] = Text.Key("Bàn giao"),
        [EventKind.Digitised] = Text.Key("Số hóa"),
        [EventKind.Rated] = Text.Key("Đánh giá"),
        [EventKind.PapersChecked] = Text.Key("Kiểm tra giấy tờ"),
        [EventKind.SlipReissued] = Text.Key("In lại giấy hẹn"),
        [EventKind.Paused] = Text.Key("Tạm dừng"),
    };

    private Workbook Book(IReadOnlyList<LateEntryRow> rows)
    {
        string[] heads =
        [
            t["Mã hồ sơ"], t["Người nộp"], t["Thủ tục"], t["Đơn vị"], t["Việc"], t["Xảy ra"], t["Ghi lúc"], t["Muộn, giờ làm việc"],
            t["Người ghi"], t["Vì sao ghi muộn"], t["Lãnh đạo đồng ý"], t["Đổi kết luận thời hạn"],
        ];
        var title = t["Việc ghi muộn từ {0} đến {1}", From, To];
        return new Workbook(
        [
            new Sheet
            {
                Name = t["Việc ghi muộn"],
                Columns = [.. new[] { 22, 28, 44, 24, 20, 17, 17, 16, 24, 40, 24, 14 }.Select(w => new SheetColumn(w))],
                Head = [SheetRow.Of(SheetCell.Text(title) with { Bold = true }), new SheetRow([.. heads.Select(h => SheetCell.Text(h) with { Bold = true, Border = true })])],
                Rows = rows.Select(r => SheetRow.Of(
                    r.Code, r.Applicant, r.Procedure, r.Agency, t[KindWords(r.Kind)], SheetCell.DateTime(r.At), SheetCell.DateTime(r.EnteredAt), Delay(r.Delay),
                    r.Who, r.Why, r.Consent, r.Changed ? t["có"] : t["không"])),
                Filter = true,
            },
        ])
        { Title = title };
    }
}

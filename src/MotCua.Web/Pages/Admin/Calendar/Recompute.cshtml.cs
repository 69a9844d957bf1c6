using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Documents;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>Which open dossiers would get another date, from when to when; then the decision, and how far it has been carried out.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class RecomputeModel(
    MotCuaDb db, RecomputeRows rows, ChooseDossiers choose, DecideRecomputation decide, CarryOutRecomputation carryOut,
    CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private static readonly Dictionary<string, string[]> Filters = new(StringComparer.Ordinal)
    {
        ["muon-hon"] = ["later", "later_past", "later_apologised"],
        ["som-hon"] = ["earlier", "earlier_past"],
    };

    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "huong")]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    /// <summary>The numbers of the rows that the page showed, and of those that were ticked.</summary>
    [BindProperty]
    public List<int> Shown { get; set; } = [];

    [BindProperty]
    public List<int> Ticked { get; set; } = [];

    [BindProperty]
    public RecomputationChoice Choice { get; set; }

    [BindProperty]
    public string? DecisionNo { get; set; }

    /// <summary>Set on the second page, where the act is confirmed.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public Recomputation Act { get; private set; } = null!;

    public string AgencyName { get; private set; } = "";

    public RecomputeRows.Counts Counts { get; private set; } = null!;

    public IReadOnlyList<RecomputeRow> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, RecomputeRows.PageSize, 0, "");

    public ConfirmAct? Confirm { get; private set; }

    public bool Undecided => Act.State == RecomputationState.Preview;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await FindAsync(ct) ?? await ShowAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refusal)
        {
            return refusal;
        }

        var all = await rows.ReadAsync(Id, Turns, 0, RecomputeRows.MostExported, ct);
        return new FileStreamResult(XlsxWriter.ToStream(RecomputeRows.Sheet(all, Act, AgencyName, t)), XlsxWriter.ContentType)
        {
            FileDownloadName = $"doi-ngay-hen-{clock.Now().Instant:yyyyMMdd-HHmm}.xlsx",
        };
    }

    /// <summary>Keeps the ticks of this page of the list.</summary>
    public async Task<IActionResult> OnPostTickAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refusal)
        {
            return refusal;
        }

        var kept = await choose.RunAsync(new ChooseDossiers.Input(Id, Shown, Ticked), ct);
        TempData.Flash(kept.Succeeded ? t["Đã ghi lựa chọn của trang này."] : t[kept.Error!]);
        return RedirectToPage(new { id = Id, huong = Direction, trang = PageNumber });
    }

    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refusal)
        {
            return refusal;
        }

        if (Choice != RecomputationChoice.KeepPromises && !Sure)
        {
            return await AskAsync(ct);
        }

        var decided = await decide.RunAsync(new DecideRecomputation.Input(Id, Choice, DecisionNo), officer.Id, ct);
        if (!decided.Succeeded)
        {
            ModelState.Refuse(t, decided.Error!);
            return await ShowAsync(ct);
        }

        if (Choice == RecomputationChoice.KeepPromises)
        {
            TempData.Flash(t["Giữ nguyên mọi ngày đã hẹn."]);
            return RedirectToPage(new { id = Id });
        }

        // The first thousand at once, so that an ordinary office sees it done; the worker carries on with more.
        await carryOut.RunAsync(new CarryOutRecomputation.Input(Id), ct);
        await carryOut.RunAsync(new CarryOutRecomputation.Input(Id), ct);
        TempData.Flash(t["Đã quyết định dời ngày hẹn theo {0}.", DecisionNo!]);
        return RedirectToPage(new { id = Id });
    }

    private string[]? Turns => Direction is not null ? Filters.GetValueOrDefault(Direction) : null;

    // Ticks of the page that was open are kept before the question is asked.
    private async Task<IActionResult> AskAsync(CancellationToken ct)
    {
        if (Choice == RecomputationChoice.Ticked && Shown.Count > 0)
        {
            await choose.RunAsync(new ChooseDossiers.Input(Id, Shown, Ticked), ct);
        }

        await ShowAsync(ct);
        if (string.IsNullOrWhiteSpace(DecisionNo))
        {
            ModelState.AddModelError(nameof(DecisionNo), t["Ghi số quyết định, thông báo làm căn cứ."]);
            return Page();
        }

        var count = Choice == RecomputationChoice.All ? Act.Total - Counts.EarlierPast : Counts.Chosen;
        if (count == 0)
        {
            ModelState.Refuse(t, RecomputationErrors.NothingChosen());
            return Page();
        }

        Confirm = new ConfirmAct(
            t["Dời ngày hẹn của {0} hồ sơ?", count],
            t["Mỗi hồ sơ có thêm một dòng trong lịch sử với căn cứ {0}, và người nộp được báo ngày mới. Việc này không hoàn tác được; muốn đổi nữa thì phải tính lại lần khác.", DecisionNo],
            t["Dời ngày hẹn của {0} hồ sơ", count], "calendar-event", Url.Page("Recompute", new { id = Id })!)
        {
            Action = Url.Page("Recompute", "Decide", new { id = Id }),
            Fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [nameof(Choice)] = Choice.ToString(),
                [nameof(DecisionNo)] = DecisionNo,
                [nameof(Sure)] = "true",
            },
        };
        return Page();
    }

    private async Task<IActionResult?> FindAsync(CancellationToken ct)
    {
        var act = await db.Recomputations.AsNoTracking().SingleOrDefaultAsync(r => r.Id == Id, ct);
        if (act is null)
        {
            return NotFound();
        }

        (Act, AgencyName) = (act, officer.Agencies.NameOf(act.AgencyId, clock.Now().Day));
        return officer.Holds(OfficeRole.Administrator, act.AgencyId) ? null : this.Only(OfficeRole.Administrator);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Act = await db.Recomputations.AsNoTracking().SingleAsync(r => r.Id == Id, ct);
        Counts = await rows.CountAsync(Id, ct);
        var page = Math.Clamp(PageNumber, 1, 1 + (Act.Total / RecomputeRows.PageSize));
        Rows = await rows.ReadAsync(Id, Turns, (page - 1) * RecomputeRows.PageSize, RecomputeRows.PageSize, ct);
        Paging = new Paging(page, RecomputeRows.PageSize, Rows.Count == 0 ? 0 : (int)Rows[0].Total, t["hồ sơ"]);
        return Page();
    }

    public string AgencyCode => officer.Agencies.CodeOf(Act.AgencyId);

    public static string Number(int no) => no.ToString(CultureInfo.InvariantCulture);
}

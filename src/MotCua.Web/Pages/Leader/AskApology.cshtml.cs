using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Pages.Inbox;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Leader;

/// <summary>The leader makes an officer write the apologies of late dossiers today ("giao soạn hôm nay").</summary>
[Allow(OfficeRole.Signer)]
public sealed class AskApologyModel(WatchQuery query, AskForApology ask, MotCuaDb db, NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    private const string Back = "/dieu-hanh/xin-loi?nhom=chua-xin-loi";

    [BindProperty(SupportsGet = true, Name = "ma")]
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>Who writes; empty: for each dossier the officer who held it when it became late.</summary>
    [BindProperty(Name = "nguoi")]
    public string? Writer { get; set; }

    public IReadOnlyList<WatchedDossier> Rows { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public Moment Now { get; } = time.Now();

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var shown = await ShowAsync(ct);
        if (shown is not PageResult)
        {
            return shown;
        }

        var named = Guid.TryParse(Writer, out var id) ? new OfficerId(id) : (OfficerId?)null;
        if (named is null && Writer != "nguoi-giu")
        {
            ModelState.AddModelError("nguoi", t["Chọn người soạn văn bản xin lỗi"]);
            return shown;
        }

        var (done, refused) = (0, new List<string>());
        foreach (var row in Rows)
        {
            db.ChangeTracker.Clear();
            var writer = named ?? ((row.LateHolderId ?? row.HolderId) is { } holder ? new OfficerId(holder) : officer.Id);
            var result = await ask.RunAsync(new AskForApology.Input(row.Code, writer), ct);
            done += result.Succeeded ? 1 : 0;
            if (!result.Succeeded)
            {
                refused.Add($"{row.ShortCode}: {t[result.Error!]}");
            }
        }

        var words = done > 0 ? t["Đã giao soạn {0} văn bản xin lỗi, trong hôm nay.", done] : t["Chưa giao được văn bản nào."];
        if (refused.Count > 0)
        {
            words += " " + t["{0} hồ sơ không làm được: {1}", refused.Count, string.Join(" ", refused.Take(3))];
        }

        if (done > 0)
        {
            TempData.Flash(words);
        }
        else
        {
            TempData.FlashRefusal(words);
        }

        return Redirect(Back);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var wanted = Codes.ToHashSet(StringComparer.Ordinal);
        var all = await query.ListAsync(officer.AgenciesOf(OfficeRole.Signer), WatchSets.Unapologised, null, 0, 500, ct);
        Rows = [.. all.Where(r => wanted.Contains(r.Code))];
        if (Rows.Count == 0)
        {
            TempData.FlashRefusal(t["Chưa chọn hồ sơ trễ nào còn phải xin lỗi. Đánh dấu ít nhất một hồ sơ rồi bấm lại."]);
            return Redirect(Back);
        }

        Colleagues = await Colleague.OfAsync(source, [.. Rows.Select(r => r.Code)], Now, ct);
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;
using Npgsql;

namespace MotCua.Web.Pages.Inbox;

/// <summary>What the pages of bulk acts share: the ticked dossiers, who may be given them, and the note of what was done and what was not.</summary>
public abstract class BulkPage(InboxQuery query, NpgsqlDataSource source, CurrentOfficer officer, TimeProvider time, Text t) : PageModel
{
    protected Text T => t;

    [BindProperty(SupportsGet = true, Name = "ma")]
    public IReadOnlyList<string> Codes { get; set; } = [];

    /// <summary>The list to go back to.</summary>
    [BindProperty(SupportsGet = true, Name = "ve")]
    public string? Back { get; set; }

    [BindProperty(Name = "nguoi")]
    public string? Holder { get; set; }

    public IReadOnlyList<InboxRow> Rows { get; private set; } = [];

    public IReadOnlyList<Colleague> Colleagues { get; private set; } = [];

    public string BackPath => Url.IsLocalUrl(Back) ? Back! : "/Inbox";

    public bool IsMe(Colleague colleague) => colleague.Id == officer.Id.Value;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    protected async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Rows = await query.NamedAsync(Codes.ToList(), ct);
        if (Rows.Count == 0)
        {
            TempData.FlashRefusal(T["Chưa chọn hồ sơ nào còn đang giải quyết. Đánh dấu ít nhất một hồ sơ rồi bấm lại."]);
            return LocalRedirect(BackPath);
        }

        Colleagues = await Colleague.OfAsync(source, [.. Rows.Select(r => r.Code)], time.Now(), ct);
        return Page();
    }

    protected OfficerId? HolderId => Guid.TryParse(Holder, out var id) ? new OfficerId(id) : null;

    /// <summary>Each dossier by itself: one that cannot be moved does not hold back the others.</summary>
    protected async Task<IActionResult> ActAsync(Func<string, Task<Result<Dossier>>> act, Func<int, string> done)
    {
        var refused = new List<string>();
        var succeeded = 0;
        foreach (var code in Codes.Distinct(StringComparer.Ordinal).Take(InboxQuery.MostTicked))
        {
            var result = await act(code);
            if (result.Succeeded)
            {
                succeeded++;
            }
            else
            {
                refused.Add(T[result.Error!]);
            }
        }

        var words = succeeded > 0 ? done(succeeded) : T["Chưa hồ sơ nào được chuyển."];
        if (refused.Count > 0)
        {
            words += " " + T["{0} hồ sơ không làm được: {1}", refused.Count, string.Join(" ", refused.Distinct().Take(3))];
        }

        if (succeeded > 0)
        {
            TempData.Flash(words);
        }
        else
        {
            TempData.FlashRefusal(words);
        }

        return LocalRedirect(BackPath);
    }
}

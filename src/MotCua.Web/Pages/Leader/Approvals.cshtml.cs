using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Leader;

/// <summary>All that waits for the leader in one list ("chờ duyệt"): results to sign and proposals; one by one or many in one go.</summary>
[Allow(OfficeRole.Signer)]
public sealed class ApprovalsModel(ApprovalQuery query, ApprovalReader reader, DecideWaiting decide, TimeProvider time, Text t) : PageModel
{
    /// <summary>The longest remark.</summary>
    private const int LongestRemark = 2000;

    private const string RefusedKey = "approvals-refused";

    [FromQuery(Name = "loai")]
    public string? KindSlug { get; set; }

    [FromQuery(Name = "trang")]
    public string? Trang { get; set; }

    public Moment Now { get; } = time.Now();

    public IReadOnlyDictionary<string, int> Counts { get; private set; } = new Dictionary<string, int>();

    public IReadOnlyList<Approval> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, ApprovalQuery.PageSize, 0, "");

    /// <summary>What the last decision could not do, a line each.</summary>
    public IReadOnlyList<string> Refused { get; private set; } = [];

    /// <summary>What was typed and ticked, when the form comes back.</summary>
    public IReadOnlySet<string> Ticked { get; private set; } = new HashSet<string>();

    public IReadOnlyDictionary<string, string> Typed { get; private set; } = new Dictionary<string, string>();

    public int All => Counts.Values.Sum();

    public string? Kind => ProposalWords.Kinds.FirstOrDefault(k => k.Slug == KindSlug).Kind;

    public Task OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    /// <param name="mot">One row's button: agree|key or refuse|key.</param>
    /// <param name="tatca">agree or refuse for all ticked rows.</param>
    /// <param name="viec">The ticked rows.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "mot")] string? mot, [FromForm(Name = "tat-ca")] string? tatca, string[] viec, CancellationToken ct)
    {
        var (verb, keys) = mot?.Split('|', 2) is [var one, var key] ? (one, (string[])[key]) : (tatca ?? "", viec);
        var agree = verb == "agree";
        var items = keys.Distinct(StringComparer.Ordinal).Select(k => (Key: k, Input: Parse(k, agree, RemarkOf(mot is null ? null : k)))).Where(i => i.Input is not null).ToList();
        if (verb is not ("agree" or "refuse") || items.Count == 0)
        {
            TempData.FlashRefusal(t["Chưa chọn việc nào. Đánh dấu ít nhất một việc rồi bấm lại."]);
            return Redirect(Back());
        }

        if (!agree && string.IsNullOrWhiteSpace(items[0].Input!.Remark))
        {
            Ticked = viec.ToHashSet(StringComparer.Ordinal);
            Typed = Request.Form.Where(f => f.Key.StartsWith("y-kien", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
            ModelState.AddModelError(mot is null ? "y-kien" : FieldOf(items[0].Key), t["Ghi cần sửa gì, để người trình sửa một lần là xong"]);
            await ShowAsync(ct);
            return Page();
        }

        var refused = new List<string>();
        var done = 0;
        foreach (var (_, input) in items)
        {
            // Each by itself: one that cannot be done does not hold back the others.
            var result = await decide.RunAsync(input!, ct);
            done += result.Succeeded ? 1 : 0;
            if (!result.Succeeded)
            {
                refused.Add(t[result.Error!]);
            }
        }

        Say(agree, done, refused);
        return Redirect(Back());
    }

    public static string FieldOf(string key) => $"y-kien-{key}";

    public EmptyState Empty() => Kind is null
        ? new(t["Không còn việc nào chờ anh/chị"], t["Kết quả trình ký và đề nghị của cán bộ sẽ hiện ở đây, gấp nhất ở trên."], t["Xem bàn điều hành"], "/dieu-hanh")
        : new(t["Không có việc nào loại này"], t["Bỏ lọc để xem mọi việc đang chờ."], t["Bỏ lọc"], "/cho-duyet");

    private async Task ShowAsync(CancellationToken ct)
    {
        Counts = await query.KindsAsync(ct);
        var page = int.TryParse(Trang, out var wanted) ? Math.Clamp(wanted, 1, 10_000) : 1;
        var items = await query.ListAsync(Kind, (page - 1) * ApprovalQuery.PageSize, ApprovalQuery.PageSize, ct);
        if (items.Count == 0 && page > 1)
        {
            page = 1;
            items = await query.ListAsync(Kind, 0, ApprovalQuery.PageSize, ct);
        }

        Rows = await reader.ReadAsync(items, ct);
        Paging = new Paging(page, ApprovalQuery.PageSize, items.Count == 0 ? 0 : items[0].Total, t["việc"]);
        Refused = TempData[RefusedKey] is string lines ? lines.Split('\n') : [];
    }

    private void Say(bool agree, int done, List<string> refused)
    {
        var words = done == 0 ? t["Chưa việc nào được ghi."] : agree ? t["Đã ký, đồng ý {0} việc.", done] : t["Đã trả lại, từ chối {0} việc kèm ý kiến.", done];
        if (refused.Count > 0)
        {
            words += " " + t["{0} việc không làm được.", refused.Count];
            TempData[RefusedKey] = string.Join('\n', refused.Distinct().Take(20));
        }

        if (done > 0)
        {
            TempData.Flash(words);
        }
        else
        {
            TempData.FlashRefusal(words);
        }
    }

    private string? RemarkOf(string? key)
    {
        var typed = Request.Form[key is null ? "y-kien" : FieldOf(key)].ToString();
        return typed.Length == 0 ? null : typed[..Math.Min(typed.Length, LongestRemark)];
    }

    private string Back() => Kind is null ? "/cho-duyet" : $"/cho-duyet?loai={KindSlug}";

    /// <summary>p:ID or d:CODE:REVISION, as the page wrote it.</summary>
    private static DecideWaiting.Input? Parse(string key, bool agree, string? remark) => key.Split(':') switch
    {
        ["p", var id] when Guid.TryParse(id, out var proposal) => new(new ProposalId(proposal), null, null, agree, remark),
        ["d", var code, var revision] when int.TryParse(revision, out var seen) => new(null, code, seen, agree, remark),
        _ => null,
    };
}

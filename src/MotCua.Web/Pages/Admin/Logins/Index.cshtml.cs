using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;
using MotCua.Web.TagHelpers;

namespace MotCua.Web.Pages.Admin.Logins;

/// <summary>
/// The log of log-ins. An administrator sees those of the officers below; names that belong to nobody only who administers all.
/// </summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class IndexModel(MotCuaDb db, CurrentOfficer officer, Text t) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty(SupportsGet = true, Name = "ket-qua")]
    public LoginOutcome? Outcome { get; set; }

    [BindProperty(SupportsGet = true, Name = "tu")]
    public DateOnly? From { get; set; }

    public IReadOnlyList<LoginRecord> Rows { get; private set; } = [];

    public Paging Paging { get; private set; } = new(1, PageSize, 0, "");

    public IReadOnlyList<FieldOption> Outcomes =>
        [new("", t["Mọi kết quả"]), .. Enum.GetValues<LoginOutcome>().Select(o => new FieldOption(o.ToString(), t[LoginWords.Of(o)]))];

    public async Task OnGetAsync([FromQuery(Name = "trang")] int page = 1, CancellationToken ct = default)
    {
        var rows = db.Logins.AsNoTracking();
        if (!officer.AdministersAll)
        {
            var seen = officer.SeenAgencies();
            var accounts = db.Accounts.Join(db.Officers.Where(o => seen.Contains(o.AgencyId)), a => a.OfficerId, o => o.Id, (a, _) => (AccountId?)a.Id);
            rows = rows.Where(l => accounts.Contains(l.AccountId));
        }

        if (Query?.Trim() is { Length: > 0 } query)
        {
            var pattern = $"%{query.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
            rows = rows.Where(l => EF.Functions.ILike(l.NameTried, pattern) || l.Ip == query);
        }

        if (Outcome is { } outcome)
        {
            rows = rows.Where(l => l.Outcome == outcome);
        }

        if (From is { } from)
        {
            var start = Moment.At(from, TimeOnly.MinValue).Instant;
            rows = rows.Where(l => l.At >= start);
        }

        var total = await rows.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + PageSize - 1) / PageSize));
        Paging = new Paging(page, PageSize, total, t["lần"]);
        Rows = await rows.OrderByDescending(l => l.At).ThenByDescending(l => l.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
    }
}

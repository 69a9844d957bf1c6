using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>Every kind of notice and in which channels its words were changed.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class TemplatesModel(MotCuaDb db) : PageModel
{
    public IReadOnlySet<(string, NoticeChannel)> Changed { get; private set; } = new HashSet<(string, NoticeChannel)>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var changed = await db.NoticeWordings.AsNoTracking().Select(w => new { w.Template, w.Channel }).ToListAsync(ct);
        Changed = changed.Select(w => (w.Template, w.Channel)).ToHashSet();
    }
}

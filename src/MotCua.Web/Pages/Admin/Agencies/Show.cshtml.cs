using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>One agency: its stages, what came before and after, those under it, what it prints.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class ShowModel(MotCuaDb db, CurrentOfficer officer, TimeProvider clock) : PageModel
{
    public sealed record Succession(string Words, string OtherCode, string OtherName, DateOnly Day, string DecisionNo, bool Before);

    public AgencyNode Node { get; private set; } = null!;

    public AgencyStage Place { get; private set; } = null!;

    public AgencyContact Contact { get; private set; } = new();

    public IReadOnlyList<AgencyNode> Children { get; private set; } = [];

    public IReadOnlyList<Succession> Successions { get; private set; } = [];

    public int Officers { get; private set; }

    public int Units { get; private set; }

    /// <summary>Open dossiers of an agency that has ended.</summary>
    public int Open { get; private set; }

    public bool MayChange { get; private set; }

    public AgencyTree Tree => officer.Agencies;

    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? ma, CancellationToken ct)
    {
        if (Tree.ByCode(ma) is not { } node)
        {
            return NotFound();
        }

        Today = clock.Now().Day;
        (Node, Place) = (node, Tree.PlaceAt(node.Id, Today)!);
        MayChange = officer.Holds(OfficeRole.Administrator, node.Id);
        Contact = await db.Agencies.Where(a => a.Id == node.Id).Select(a => a.Contact).SingleAsync(ct);
        Children = Tree.ChildrenOf(node.Id, Today);
        Officers = await db.Officers.CountAsync(o => o.AgencyId == node.Id && (o.ValidTo == null || o.ValidTo >= Today), ct);
        Units = await db.Units.CountAsync(u => u.AgencyId == node.Id && (u.ValidTo == null || u.ValidTo >= Today), ct);
        Open = Tree.StageAt(node.Id, Today) is null ? await db.Dossiers.CountAsync(d => d.AgencyId == node.Id && d.ReceivedAt != null && d.FinishedAt == null, ct) : 0;
        var rows = await db.AgencySuccessions.AsNoTracking().Where(s => s.FromId == node.Id || s.ToId == node.Id).OrderBy(s => s.Day).ToListAsync(ct);
        Successions = [.. rows.Select(s =>
        {
            var before = s.ToId == node.Id && s.FromId != node.Id;
            var other = before ? s.FromId : s.ToId;
            return new Succession(
                s.Kind.Name(), other is { } o ? Tree.CodeOf(o) : "", other is { } id ? Tree.NameOf(id, before ? s.Day.AddDays(-1) : s.Day) : "", s.Day, s.DecisionNo, before);
        })];
        return Page();
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Narrative.Templates;

/// <summary>Templates of narrative reports: those that come with the program, and the agency's own with their versions and days in force.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class IndexModel(MotCuaDb db, CopyTemplate copy, DropTemplate drop, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public const int Most = 200;

    /// <summary>A version of an own template.</summary>
    /// <param name="Until">Its last day; null while no later one is published.</param>
    public sealed record Row(Guid Id, Guid TemplateId, string Name, int Version, TemplateStatus Status, DateOnly? From, DateOnly? Until, DateTimeOffset ChangedAt, bool Newest);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public DateOnly Today { get; } = clock.Now().Day;

    public string AgencyName => officer.Agencies.NameOf(officer.AgencyId, Today);

    public bool MayWrite => NarrativeRights.MayWrite(officer, officer.AgencyId);

    public async Task OnGetAsync(CancellationToken ct) => Rows = await RowsAsync(ct);

    public async Task<IActionResult> OnPostCopyAsync(string? key, CancellationToken ct) => await BeginAsync(new CopyTemplate.Input(officer.AgencyId, key ?? ""), ct);

    public async Task<IActionResult> OnPostNextAsync(string? key, CancellationToken ct) => await BeginAsync(new CopyTemplate.Input(officer.AgencyId, key ?? "", NextVersion: true), ct);

    public async Task<IActionResult> OnPostDropAsync(Guid id, CancellationToken ct)
    {
        var dropped = await drop.RunAsync(new DropTemplate.Input(id), ct);
        if (dropped.Succeeded)
        {
            TempData.Flash(t["Đã bỏ bản nháp."]);
            return Redirect("/bao-cao/mau");
        }

        return await RefusedAsync(dropped.Error!, ct);
    }

    /// <summary>In which words a version stands: draft, to come, in force, replaced.</summary>
    public string State(Row row) => row switch
    {
        { Status: TemplateStatus.Draft } => t["Bản nháp"],
        { From: { } from } when from > Today => t["Chưa đến ngày áp dụng"],
        { Until: { } until } when until < Today => t["Đã thay"],
        _ => t["Đang áp dụng"],
    };

    private async Task<IActionResult> BeginAsync(CopyTemplate.Input input, CancellationToken ct)
    {
        var begun = await copy.RunAsync(input, ct);
        return begun.Succeeded ? Redirect($"/bao-cao/mau/{begun.Value}/sua") : await RefusedAsync(begun.Error!, ct);
    }

    private async Task<PageResult> RefusedAsync(Error error, CancellationToken ct)
    {
        ModelState.AddModelError("", t[error]);
        Rows = await RowsAsync(ct);
        return Page();
    }

    private async Task<List<Row>> RowsAsync(CancellationToken ct)
    {
        var own = await db.NarrativeTemplates.AsNoTracking().Where(v => v.AgencyId == officer.AgencyId).OrderByDescending(v => v.ChangedAt).Take(Most).ToListAsync(ct);
        return
        [
            .. own.GroupBy(v => v.TemplateId).Select(g => g.OrderByDescending(v => v.Version).ToList()).OrderBy(g => g[0].Content.Name, StringComparer.Ordinal)
                .SelectMany(g => g.Select((v, i) => new Row(
                    v.Id, v.TemplateId, v.Content.Name, v.Version, v.Status, v.ValidFrom,
                    g.Take(i).Where(later => later.Status is TemplateStatus.Published).Select(later => later.ValidFrom).Min()?.AddDays(-1), v.ChangedAt, i == 0))),
        ];
    }
}

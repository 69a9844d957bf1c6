using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Scenes;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Agencies;

/// <summary>The national list of units in one go; known units stay as they are.</summary>
[Allow(OfficeRole.Administrator)]
public sealed class LoadNationalModel(ImportAgencies import, CurrentOfficer officer, Text t) : PageModel
{
    public ConfirmAct Confirm => new(
        t["Nạp danh mục hành chính?"],
        t["Thêm 34 tỉnh, thành phố và 3.321 xã, phường, đặc khu có hiệu lực từ 01/07/2025. Đơn vị đã có cùng mã được cập nhật tên; đơn vị khác giữ nguyên."],
        t["Nạp danh mục hành chính"], "file-import", Url.Page("Index")!);

    public IReadOnlyList<(int Line, string Reason)> Problems { get; private set; } = [];

    public IActionResult OnGet() => officer.AdministersAll ? Page() : this.Only(OfficeRole.Administrator);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!officer.AdministersAll)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var problems = new ImportProblems(NationalUnits.File);
        await using var file = NationalUnits.Open();
        var report = await import.RunAsync(new(file, AgencyFileShape.National, By: officer.Id), problems, ct);
        if (report is null)
        {
            Problems = problems.All;
            ModelState.AddModelError("", t["Danh mục không nạp được, chưa có gì thay đổi. Có {0} chỗ vướng, ghi ở dưới.", Problems.Count]);
            return Page();
        }

        TempData.Flash(t["Đã nạp: {0} đơn vị mới, {1} đơn vị cập nhật, {2} đơn vị đã đúng.", report.NewAgencies, report.ChangedVersions, report.Lines - report.NewVersions - report.ChangedVersions]);
        return RedirectToPage("Index");
    }
}

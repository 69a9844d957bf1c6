using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports.Narrative;

/// <summary>A report written elsewhere is pasted or uploaded; every contradiction is shown by its rule. Nothing is kept.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
[RequestFormLimits(MultipartBodyLengthLimit = 12_000_000, ValueLengthLimit = 4_000_000)]
public sealed class CheckModel(CheckReport check, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    private const long LongestFile = 5_000_000;

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public string? Sheet { get; set; }

    [BindProperty]
    public IFormFile? WordsFile { get; set; }

    [BindProperty]
    public IFormFile? SheetFile { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    [BindProperty]
    public DateOnly? SignedOn { get; set; }

    [BindProperty]
    public bool WithSystem { get; set; }

    public CheckReport.Answer? Answer { get; private set; }

    public int Contradictions => Answer!.Findings.Count(f => f.Finding.Contradiction);

    public int Unknown => Answer!.Sheet.Values.Count(v => !v.Known);

    public string AgencyName => officer.Agencies.NameOf(officer.AgencyId, clock.Now().Day);

    /// <summary>The sheet to fill in, as a spreadsheet opens it.</summary>
    public IActionResult OnGetSheet()
    {
        var lines = FigureNames.All.Select(f => $"{f.Name};;{f.Label}").Concat(MotCua.Reports.Indicator.All.Select(i => $"annex.{i.No};;{i.Label.Replace(';', ',')}"));
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes($"chi_tieu;gia_tri;ten\r\n{string.Join("\r\n", lines)}\r\n")).ToArray(), "text/csv; charset=utf-8", "bang-so-lieu.csv");
    }

    public void OnGet()
    {
        From = ReportPage.QuarterStart(clock.Now().Day);
        To = From.Value.AddMonths(3).AddDays(-1);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Words = await TextOfAsync(WordsFile, nameof(WordsFile), ct) ?? Words;
        Sheet = await TextOfAsync(SheetFile, nameof(SheetFile), ct) ?? Sheet;
        ModelState.Remove(nameof(Words));
        ModelState.Remove(nameof(Sheet));
        ModelState.Require(nameof(From), From, t["Ghi ngày đầu kỳ"]);
        ModelState.Require(nameof(To), To, t["Ghi ngày cuối kỳ"]);
        if (ModelState.IsValid && string.IsNullOrWhiteSpace(Words) && string.IsNullOrWhiteSpace(Sheet))
        {
            ModelState.AddModelError(nameof(Words), t["Dán lời văn hoặc số liệu của báo cáo, hoặc chọn tệp"]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var checkedNow = await check.RunAsync(new CheckReport.Input(Words ?? "", Sheet ?? "", From!.Value, To!.Value, SignedOn, WithSystem ? officer.AgencyId : null), ct);
        if (checkedNow.Succeeded)
        {
            Answer = checkedNow.Value;
        }
        else
        {
            ModelState.AddModelError(checkedNow.Error!.Field ?? "", t[checkedNow.Error]);
        }

        return Page();
    }

    private async Task<string?> TextOfAsync(IFormFile? file, string field, CancellationToken ct)
    {
        if (file is null || file.Length == 0)
        {
            return null;
        }

        if (file.Length > LongestFile)
        {
            ModelState.AddModelError(field, t["Tệp lớn quá 5 MB"]);
            return null;
        }

        await using var stream = file.OpenReadStream();
        if (Path.GetExtension(file.FileName).Equals(".docx", StringComparison.OrdinalIgnoreCase))
        {
            var text = DocxReader.Text(stream, CheckReport.LongestText);
            if (text is null)
            {
                ModelState.AddModelError(field, t["Không đọc được tệp Word này. Lưu lại dạng .docx rồi chọn lại."]);
            }

            return text;
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(ct);
    }
}

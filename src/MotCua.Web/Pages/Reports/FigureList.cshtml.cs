using Microsoft.AspNetCore.Mvc;
using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>The records behind one number of a report, with its formula and the time of the data.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator, OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk)]
public sealed class FigureListModel(ListFigure list, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    public const int PageSize = 50;

    private const int MostExported = 100_000;

    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? FigureName { get; set; }

    [BindProperty(SupportsGet = true, Name = "linhvuc")]
    public string? Field { get; set; }

    [BindProperty(SupportsGet = true, Name = "thutuc")]
    public string? Procedure { get; set; }

    [BindProperty(SupportsGet = true, Name = "rieng")]
    public string? Own { get; set; }

    [BindProperty(SupportsGet = true, Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public ListFigure.Listed? Listed { get; private set; }

    public bool HasMore { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? format, CancellationToken ct)
    {
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return Page();
        }

        var export = format == "xlsx";
        PageNumber = Math.Clamp(PageNumber, 1, 10_000);
        var listed = await list.RunAsync(
            new ListFigure.Input(FigureName ?? "", agency, From!.Value, To!.Value, Now.Instant)
            {
                Basis = Basis,
                Field = Field,
                Procedure = Procedure,
                OwnOnly = Own == "1",
                Skip = export ? 0 : (PageNumber - 1) * PageSize,
                Take = export ? MostExported : PageSize + 1,
            },
            ct);
        if (!listed.Succeeded)
        {
            Refuse(listed.Error!);
            return Page();
        }

        if (export)
        {
            return File(XlsxWriter.ToStream(ReportXlsx.Of(listed.Value)), XlsxWriter.ContentType, $"{FigureName}-{agency}.xlsx");
        }

        HasMore = listed.Value.Rows.Count > PageSize;
        Listed = listed.Value with { Rows = [.. listed.Value.Rows.Take(PageSize)] };
        return Page();
    }

    public static string Short(string code) => DossierCode.Short(code);
}

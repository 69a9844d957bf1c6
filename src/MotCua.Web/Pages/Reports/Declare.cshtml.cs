using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>The numbers of the annex that no record gives, for one agency and period: value and the document it stands in.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
public sealed class DeclareModel(MotCuaDb db, WriteReport write, DeclareFigures declare, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    /// <summary>A row of the page: what is typed, and what was declared before.</summary>
    public sealed record Line(Indicator Indicator, string? Typed, string? Kept);

    [BindProperty]
    public string? Document { get; set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public string AgencyName { get; private set; } = "";

    public bool MayDeclare { get; private set; }

    public string Back => $"/bao-cao/phu-luc-1?donvi={Uri.EscapeDataString(AgencyCode ?? "")}&tu={From:yyyy-MM-dd}&den={To:yyyy-MM-dd}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await ShowAsync(typed: null, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!Request.HasFormContentType)
        {
            return BadRequest();
        }

        var form = await Request.ReadFormAsync(ct);
        if (await ShowAsync(form.ToDictionary(f => f.Key, f => f.Value.ToString()), ct) is not { } agency)
        {
            return Page();
        }

        var known = await db.DeclaredAsync(agency, From!.Value, To!.Value, ct);
        var lines = new List<DeclareFigures.Line>();
        foreach (var line in Lines)
        {
            var before = known.GetValueOrDefault(line.Indicator.No);
            if (!TryRead(line.Typed, out var value))
            {
                ModelState.AddModelError($"f-{line.Indicator.No}", T["Ghi một số, ví dụ 12.175 hoặc 65,49"]);
            }
            else if (value != before?.Value)
            {
                lines.Add(new(line.Indicator.No, value, Document, null));
            }
        }

        if (ModelState.IsValid && lines.Count > 0 && string.IsNullOrWhiteSpace(Document))
        {
            ModelState.AddModelError(nameof(Document), T["Ghi văn bản hoặc nguồn của số kê khai."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var added = await declare.RunAsync(new DeclareFigures.Input(agency, From.Value, To.Value, lines), ct);
        if (!added.Succeeded)
        {
            ModelState.AddModelError("", T[added.Error!]);
            return Page();
        }

        TempData.Flash(T["Đã lưu {0} số kê khai.", added.Value]);
        return Redirect(Back);
    }

    /// <summary>12.175 and 65,49 as they are written here; an empty box takes a value back.</summary>
    internal static bool TryRead(string? text, out decimal? value)
    {
        value = null;
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        var parts = text.Trim().Split(',');
        var whole = parts[0].Split('.');
        if (parts.Length > 2 || whole.Skip(1).Any(g => g.Length != 3))
        {
            return false;
        }

        var read = decimal.TryParse(string.Join('.', parts.Skip(1).Prepend(string.Concat(whole))), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number);
        value = read ? number : null;
        return read;
    }

    private async Task<AgencyId?> ShowAsync(Dictionary<string, string>? typed, CancellationToken ct)
    {
        if (Settle() is not { } code || !ModelState.IsValid)
        {
            return null;
        }

        var agency = Officer.Agencies.ByCode(code)!.Id;
        var report = await write.RunAsync(new WriteReport.Input(Form.Annex1, code, From!.Value, To!.Value, Now.Instant), ct);
        if (!report.Succeeded)
        {
            Refuse(report.Error!);
            return null;
        }

        var known = await db.DeclaredAsync(agency, From.Value, To.Value, ct);
        AgencyName = report.Value.AgencyName;
        MayDeclare = DeclareFigures.Declarers.Any(role => Officer.Holds(role, agency));
        Lines =
        [
            .. report.Value.Rows.Where(r => r.Cells["source"].Words != "computed").Select(r => Indicator.Find(r.Key)!).Where(i => !i.IsRate && i.Sum.Count == 0)
                .Select(i => new Line(i, typed is null ? Number(known.GetValueOrDefault(i.No)?.Value) : typed.GetValueOrDefault($"f-{i.No}"), Kept(known.GetValueOrDefault(i.No)))),
        ];
        return agency;
    }

    private string? Kept(DeclaredFigure? declared) => declared is null ? null : T["{0}, ghi ngày {1}", declared.Document, Moment.Of(declared.DeclaredAt).Day];

    private static string? Number(decimal? value) => value is not { } number ? null
        : number % 1 == 0 ? Vietnamese.Number((long)number) : number.ToString("0.####", CultureInfo.InvariantCulture).Replace('.', ',');
}

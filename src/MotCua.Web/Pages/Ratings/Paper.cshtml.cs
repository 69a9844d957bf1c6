using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Ratings;

/// <summary>One form of the pile as typed; a mark is one digit.</summary>
public sealed class PaperLine
{
    public string? Code { get; set; }

    public string? Field { get; set; }

    public string? Rating { get; set; }

    public string? Time { get; set; }

    public string? Staff { get; set; }

    public string? Information { get; set; }

    public string? Cost { get; set; }

    public bool IsEmpty => new[] { Code, Rating, Time, Staff, Information, Cost }.All(string.IsNullOrWhiteSpace);
}

/// <summary>A pile of paper rating forms, a line each: all are saved or none, every wrong line is named.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.ReportOfficer)]
public sealed class PaperModel(MotCuaDb db, EnterPaperForms enter, CurrentOfficer officer, TimeProvider clock, Text t) : PageModel
{
    public const int LinesAPile = 20;

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public List<PaperLine> Rows { get; set; } = [];

    /// <summary>The day of the pile before, kept for the next one.</summary>
    [BindProperty(SupportsGet = true, Name = "ngay")]
    public DateOnly? DayBefore { get; set; }

    public IReadOnlyList<string> Fields { get; private set; } = [];

    /// <summary>The pile was looked through and nothing is wrong; it is not saved yet.</summary>
    public int? Checked { get; private set; }

    private bool MayEnter => EnterPaperForms.Keepers.Any(role => officer.Holds(role, officer.AgencyId));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Day = DayBefore ?? clock.Now().Day;
        return MayEnter ? await ShowAsync(ct) : this.Only([.. EnterPaperForms.Keepers]);
    }

    public Task<IActionResult> OnPostAsync(CancellationToken ct) => EnterAsync(dryRun: false, ct);

    public Task<IActionResult> OnPostCheckAsync(CancellationToken ct) => EnterAsync(dryRun: true, ct);

    private async Task<IActionResult> EnterAsync(bool dryRun, CancellationToken ct)
    {
        if (!MayEnter)
        {
            return this.Only([.. EnterPaperForms.Keepers]);
        }

        ModelState.Require(nameof(Day), Day, t["Ghi ngày của phiếu"]);
        var lines = Rows.Take(LinesAPile).Select((typed, i) => typed.IsEmpty ? null : Read(typed, i)).OfType<EnterPaperForms.Line>().ToList();
        if (ModelState.IsValid && lines.Count == 0)
        {
            ModelState.AddModelError("Rows[0].Code", t["Ghi ít nhất một phiếu"]);
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        var faults = await enter.RunAsync(new EnterPaperForms.Input(officer.AgencyId, Day!.Value, lines, dryRun), ct);
        if (faults.Count == 0 && !dryRun)
        {
            TempData.Flash(t["Đã ghi {0} phiếu.", lines.Count], t["Xem các phiếu"], "/danh-gia");
            return Redirect($"/danh-gia/phieu-giay?ngay={Day:yyyy-MM-dd}");
        }

        foreach (var (line, error) in faults)
        {
            var field = error.Field ?? "Code";
            ModelState.AddModelError(line == 0 ? field : $"Rows[{line - 1}].{field}", line == 0 ? t[error] : t["Dòng {0}: {1}", line, t[error]]);
        }

        Checked = faults.Count == 0 ? lines.Count : null;
        return await ShowAsync(ct);
    }

    private EnterPaperForms.Line? Read(PaperLine typed, int at)
    {
        int? Mark(string? text, string box, bool required)
        {
            if (string.IsNullOrWhiteSpace(text) && !required)
            {
                return null;
            }

            if (text?.Trim() is ['1' or '2' or '3' or '4' or '5'] digit)
            {
                return digit[0] - '0';
            }

            ModelState.AddModelError($"Rows[{at}].{box}", t["Dòng {0}: ghi mức từ 1 đến 5", at + 1]);
            return null;
        }

        var rating = Mark(typed.Rating, nameof(PaperLine.Rating), required: true);
        var answers = new SurveyAnswers(
            Mark(typed.Time, nameof(PaperLine.Time), false), Mark(typed.Staff, nameof(PaperLine.Staff), false),
            Mark(typed.Information, nameof(PaperLine.Information), false), Mark(typed.Cost, nameof(PaperLine.Cost), false));
        return rating is { } whole ? new EnterPaperForms.Line(at + 1, typed.Code, typed.Field, whole, answers) : null;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        Fields = await SurveyFields.OfAsync(db.Database.GetDbConnection(), officer.AgencyId, clock.Now(), ct);
        Rows = [.. Rows.Take(LinesAPile).Concat(Enumerable.Range(0, LinesAPile).Select(_ => new PaperLine())).Take(LinesAPile)];
        return Page();
    }
}

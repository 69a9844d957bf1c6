using System.Text;
using Microsoft.AspNetCore.Mvc;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Reports;

/// <summary>Another system's list of dossiers is pasted or uploaded and laid beside the list of one of our figures. Nothing is kept.</summary>
[Allow(OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator)]
[RequestSizeLimit(24_000_000)]
[RequestFormLimits(MultipartBodyLengthLimit = 24_000_000, ValueLengthLimit = 12_000_000)]
public sealed class ReconcileModel(ReconcileList reconcile, CurrentOfficer officer, TimeProvider clock, Text t) : ReportPage(officer, clock, t)
{
    internal static readonly OfficeRole[] Roles = [OfficeRole.ReportOfficer, OfficeRole.Signer, OfficeRole.Auditor, OfficeRole.Administrator];

    /// <summary>As many of each kind of difference are shown; the file has them all.</summary>
    public const int Most = 500;

    /// <summary>As many doubtful lines are named.</summary>
    public const int MostProblems = 20;

    [BindProperty(SupportsGet = true, Name = "chitieu")]
    public string? FigureName { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public ReconcileList.Answer? Answer { get; private set; }

    public ImportProblems Problems { get; private set; } = new("");

    public Figure Figure => MotCua.Reports.Figures.Find(FigureName ?? "") ?? MotCua.Reports.Figures.Get("received");

    public IActionResult OnGet()
    {
        Settle();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? format, CancellationToken ct)
    {
        if (Settle() is not { } agency || !ModelState.IsValid)
        {
            return Page();
        }

        var theirs = Read();
        if (theirs.Count == 0)
        {
            ModelState.AddModelError(nameof(Words), Upload is { Length: > 0 } || !string.IsNullOrWhiteSpace(Words) ? T["Không đọc được mã hồ sơ nào. Mỗi dòng cần một mã, hoặc dán cả bảng có cột Mã hồ sơ."] : T["Dán danh sách hồ sơ, hoặc chọn tệp"]);
        }
        else if (Problems.All.Any(p => theirs.Count >= OtherList.MostLines && p.Line > theirs[^1].Line))
        {
            ModelState.AddModelError(nameof(Words), T["Danh sách dài hơn {0} dòng. Chia theo kỳ hoặc theo đơn vị rồi so từng phần.", OtherList.MostLines]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await reconcile.RunAsync(new(new ListFigure.Input(Figure.Name, agency, From!.Value, To!.Value, DataAt) { Basis = Basis }, theirs), ct);
        if (!done.Succeeded)
        {
            Refuse(done.Error!);
            return Page();
        }

        Answer = done.Value;
        return format == "csv" ? File(Csv(Answer), CsvText.ContentType, $"doi-soat-{Figure.Name}-{agency}.csv") : Page();
    }

    /// <summary>Why only the other list has it, in words; nothing more of a dossier that this officer may not see.</summary>
    public string WhyOf(ReconcileList.OnlyTheirs other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Agency is { } hidden && !Officer.Sees(hidden))
        {
            return T["Của đơn vị khác, ngoài phạm vi anh/chị được xem"];
        }

        return other.Cause switch
        {
            ReconcileList.Cause.Unknown => T["Phần mềm không có mã này"],
            ReconcileList.Cause.OtherAgency => T["Thuộc {0}", Officer.Agencies.NameOf(other.Agency!.Value, Now.Day)],
            ReconcileList.Cause.RefusedAtDoor => T["Đã từ chối tiếp nhận"],
            ReconcileList.Cause.ReceivedLater => T["Nhận {0}, sau kỳ này", other.Received!],
            ReconcileList.Cause.FinishedBefore => T["Xong {0}, trước kỳ này", other.Finished!],
            _ => other.Finished is { } finished
                ? T["Nhận {0}, hẹn trả {1}, xong {2}: không thuộc con số này", other.Received!, DueOf(other), finished]
                : T["Nhận {0}, hẹn trả {1}, chưa xong: không thuộc con số này", other.Received!, DueOf(other)],
        };
    }

    public bool MayOpen(ReconcileList.OnlyTheirs other) => other?.Agency is { } agency && Officer.Sees(agency);

    private string DueOf(ReconcileList.OnlyTheirs other) => other.DueDay is { } day ? Vietnamese.Date(day) : T["không hẹn ngày"];

    private IReadOnlyList<OtherDossier> Read()
    {
        Problems = new ImportProblems(Upload?.FileName ?? "");
        if (Upload is { Length: > 0 })
        {
            using var file = Upload.OpenReadStream();
            return OtherList.Read(ImportFile.Lines(file, Problems), Problems);
        }

        using var typed = new MemoryStream(Encoding.UTF8.GetBytes(Words ?? ""));
        return OtherList.Read(ImportFile.Lines(typed, Problems), Problems);
    }

    private byte[] Csv(ReconcileList.Answer answer) => CsvText.File(
    [
        CsvText.Line(T["Mã hồ sơ"], T["Có ở"], T["Vì sao"], T["Dòng"]),
        .. answer.OnlyOurs.Select(r => CsvText.Line(r.Dossier, T["chỉ phần mềm"], "", "")),
        .. answer.OnlyTheirs.Select(r => CsvText.Line(r.Code, T["chỉ danh sách kia"], WhyOf(r), r.Line.ToString())),
        .. answer.Repeated.Select(r => CsvText.Line(r.Code, T["danh sách kia"], T["lặp lại"], r.Line.ToString())),
    ]);
}

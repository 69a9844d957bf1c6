using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Web.Pages.Inbox;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>One dossier: when it is due and why, its papers, what happened, what may be done next.</summary>
[Allow]
public sealed class DossierModel(DossierReader reader, PerformAct acts, CheckPapers check, TakeBackProposal takeBack, InboxQuery inbox, OfficeClocks clocks, Text t) : PageModel
{
    private const int NewestLines = 5;

    [FromRoute]
    public string Code { get; set; } = "";

    /// <summary>The paper in the viewer; the first one with a scan when not said.</summary>
    [FromQuery(Name = "giay")]
    public int? Paper { get; set; }

    [FromQuery(Name = "tep")]
    public Guid? Scan { get; set; }

    /// <summary>The filter of the list that the officer came from.</summary>
    [FromQuery(Name = "tu")]
    public string? From { get; set; }

    [BindProperty]
    public int? Revision { get; set; }

    [BindProperty]
    public List<PaperInput> Papers { get; set; } = [];

    public DossierView View { get; private set; } = null!;

    /// <summary>Where it stands in the list that the officer came from.</summary>
    public InboxPlace? Place { get; private set; }

    public string ListPath => From is { Length: > 1 } query && query[0] == '?' ? "/Inbox" + query : "/Inbox";

    public FileLine? Shown { get; private set; }

    public IEnumerable<HistoryLine> Newest => View.History.Take(NewestLines);

    public IEnumerable<HistoryLine> Older => View.History.Skip(NewestLines);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is { } gone)
        {
            return gone;
        }

        Place = From is null ? null : await inbox.PlaceAsync(InboxFilter.OfQuery(From), await clocks.ForAsync(View.State.Agency, ct), View.Code, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostTakeAsync(CancellationToken ct)
    {
        var result = await acts.RunAsync(new ActOrder(EventKind.Taken, Code) { SeenRevision = Revision }, ct);
        return await AnswerAsync(result, EventKind.Taken, t["Đã nhận việc hồ sơ {0}", DossierCode.Short(Code)], ct);
    }

    /// <summary>"Rút lại đề nghị": the use case lets only the proposer.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid proposal, CancellationToken ct)
    {
        if (await ShowAsync(ct) is { } gone)
        {
            return gone;
        }

        var result = await takeBack.RunAsync(new TakeBackProposal.Input(new ProposalId(proposal)), ct);
        if (result.Succeeded)
        {
            TempData.Flash(t["Đã rút lại đề nghị"]);
            return Redirect(ActModel.AddressOf(Code, From));
        }

        ModelState.AddModelError("", t[result.Error!]);
        return Page();
    }

    public async Task<IActionResult> OnPostPapersAsync(CancellationToken ct)
    {
        if (await ShowAsync(ct) is { } gone)
        {
            return gone;
        }

        // Names and counts are the dossier's; the form gives verdicts and reasons.
        var keyed = Papers.ToDictionary(p => p.Number);
        List<PaperCheck> papers =
        [
            .. View.Papers.Select(p => keyed.TryGetValue(p.Number, out var input) ? p with { Verdict = input.Verdict, Reason = input.ReasonFor() } : p),
        ];
        var result = await check.RunAsync(new CheckPapers.Input(Code, Revision, papers), ct);
        return await AnswerAsync(result, EventKind.PapersChecked, t["Đã ghi kiểm tra giấy tờ"], ct);
    }

    /// <summary>What was keyed for a paper, or what the dossier says.</summary>
    public PaperInput InputOf(PaperCheck paper) =>
        Papers.Find(p => p.Number == paper.Number) ?? new PaperInput { Number = paper.Number, Verdict = paper.Verdict, Reason = paper.Reason };

    private async Task<IActionResult?> ShowAsync(CancellationToken ct)
    {
        if (await reader.FindAsync(Code, ct) is not { } view)
        {
            return NotFound();
        }

        View = view;
        Paper ??= view.Files.Select(f => (int?)f.Paper).FirstOrDefault() ?? view.Papers.Select(p => (int?)p.Number).FirstOrDefault();
        Shown = view.Files.FirstOrDefault(f => f.Id == Scan) ?? view.Files.FirstOrDefault(f => f.Paper == Paper);
        return null;
    }

    private async Task<IActionResult> AnswerAsync(Result result, EventKind kind, string done, CancellationToken ct)
    {
        if (await ShowAsync(ct) is { } gone)
        {
            return gone;
        }

        if (result.Succeeded || ActModel.WasMine(result, View, Revision, kind))
        {
            TempData.Flash(done);
            return Redirect(ActModel.AddressOf(Code, From));
        }

        ModelState.AddModelError(result.Error!.Field ?? "", t[result.Error]);
        return Page();
    }

    public sealed class PaperInput
    {
        public int Number { get; set; }

        public PaperVerdict Verdict { get; set; }

        public string? Reason { get; set; }

        public string? ReasonFor() =>
            Verdict is PaperVerdict.Missing or PaperVerdict.Wrong && !string.IsNullOrWhiteSpace(Reason) ? Vietnamese.Tidy(Reason) : null;
    }
}

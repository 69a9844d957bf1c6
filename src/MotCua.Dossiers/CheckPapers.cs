using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The checklist of papers as the officer found them.</summary>
public sealed class CheckPapers(DossierDesk desk)
{
    public sealed record Input(string Code, int? SeenRevision, IReadOnlyList<PaperCheck> Papers) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.PapersChecked,
            (dossier, now, by) => Silent(input.Papers) is { } paper ? IntakeErrors.PaperReasonMissing(paper.Number) : dossier.CheckPapers(input.Papers, now, by),
            ct);

    private static PaperCheck? Silent(IEnumerable<PaperCheck> papers) =>
        papers.FirstOrDefault(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong && string.IsNullOrWhiteSpace(p.Reason));
}

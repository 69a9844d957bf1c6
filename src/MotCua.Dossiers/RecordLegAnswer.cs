using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>A leg's result came (liên thông, opinion, verification), or it is called back; legs that waited for it go out.</summary>
public sealed class RecordLegAnswer(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision, int Leg, string Answer, bool Recalled = false) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.LegAnswered,
            async (dossier, now, by) => dossier.AnswerLeg(input.Leg, input.Answer, input.Recalled, await clocks.ForAsync(dossier.AgencyId, ct), now, by),
            ct);
}

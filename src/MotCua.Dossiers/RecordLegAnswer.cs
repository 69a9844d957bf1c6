using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// A leg's result came (liên thông, opinion, verification), or it is called back; legs that waited for it go out. An officer
/// of the agency that was asked answers its own leg and no other.
/// </summary>
public sealed class RecordLegAnswer(DossierDesk desk, OfficeClocks clocks, CurrentOfficer officer)
{
    public sealed record Input(string Code, int? SeenRevision, int Leg, string Answer, bool Recalled = false) : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.LegAnswered,
            async (dossier, now, by) => NotTheirs(dossier, input) is { } error
                ? error
                : dossier.AnswerLeg(input.Leg, input.Answer, input.Recalled, await clocks.ForAsync(dossier.AgencyId, ct), now, by),
            ct);

    private Error? NotTheirs(Dossier dossier, Input input)
    {
        if (input.Consent is not null || dossier.Legs.FirstOrDefault(l => l.No == input.Leg) is not { } leg)
        {
            return null;
        }

        return !DossierDesk.MayAnswer(officer, dossier, leg) ? DossierErrors.LegNotYours(dossier.Code, leg.No)
            : input.Recalled && !DossierDesk.MayRecall(officer, dossier) ? DossierErrors.RecallNotYours()
            : null;
    }
}

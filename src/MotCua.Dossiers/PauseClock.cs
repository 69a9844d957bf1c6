using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// The clock stops for a reason that the law names (DOMAIN 2.6): the applicant must pay, or the law says so. It needs an
/// issued document; whatever is not a payment also needs the leader.
/// </summary>
public sealed class PauseClock(DossierDesk desk, CurrentOfficer officer)
{
    public sealed record Input(string Code, int? SeenRevision, PauseReason Reason, string? Document, string? Words, long? AmountDong = null)
        : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input, EventKind.Paused, (dossier, now, by) => Pause(dossier, input, now, by), ct);

    private Result Pause(Dossier dossier, Input input, Moment now, Actor by)
    {
        if (string.IsNullOrWhiteSpace(input.Document))
        {
            return DossierErrors.PauseDocumentMissing();
        }

        if (string.IsNullOrWhiteSpace(input.Words))
        {
            return DossierErrors.ReasonMissing("Words");
        }

        if (input.Reason is PauseReason.Financial)
        {
            if (input.AmountDong is not > 0)
            {
                return DossierErrors.AmountMissing();
            }
        }
        else if (input.Consent is null && !officer.Holds(OfficeRole.Signer, dossier.AgencyId))
        {
            return dossier.CannotMove(EventKind.Paused) ?? DossierErrors.NeedsConsent(dossier.Code, EventKind.Paused);
        }

        var facts = new PauseFacts(input.Reason, Vietnamese.Tidy(input.Words), Vietnamese.Tidy(input.Document), input.Reason is PauseReason.Financial ? input.AmountDong : null);
        return dossier.Pause(facts, now, by);
    }
}

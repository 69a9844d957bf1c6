using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Another place is asked for its opinion by a date; the main clock runs on (NĐ 61/2018 Điều 19.5).</summary>
public sealed class AskOpinion(DossierDesk desk, OfficeClocks clocks)
{
    public sealed record Input(string Code, int? SeenRevision, AgencyId? To, string? Where, string Question, string? Limit = null)
        : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.ConsultationSent,
            async (dossier, now, by) =>
            {
                var due = DossierLeg.DueOf(await clocks.ForAsync(input.To ?? dossier.AgencyId, ct), input.Limit, now.Instant);
                return dossier.AskOpinion(new LegOrder(dossier.NextLeg, Vietnamese.Tidy(input.Question), input.To, input.Where, input.Limit, due), now, by);
            },
            ct);
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A part of the work goes to another agency ("liên thông"), at once or after another leg came back.</summary>
public sealed class SendLeg(DossierDesk desk, OfficeClocks clocks)
{
    /// <param name="Code">Dossier code.</param>
    /// <param name="SeenRevision">What the page showed.</param>
    /// <param name="To">The agency.</param>
    /// <param name="Task">What it is asked to do.</param>
    /// <param name="Limit">Its time, as the contract writes a limit; null for none.</param>
    /// <param name="After">The leg that must come back first.</param>
    public sealed record Input(string Code, int? SeenRevision, AgencyId To, string Task, string? Limit = null, int? After = null)
        : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(
            input,
            EventKind.Forwarded,
            async (dossier, now, by) =>
            {
                var due = input.After is null ? DossierLeg.DueOf(await clocks.ForAsync(input.To, ct), input.Limit, now.Instant) : null;
                return dossier.SendLeg(new LegOrder(dossier.NextLeg, Vietnamese.Tidy(input.Task), input.To, null, input.Limit, due, input.After), now, by);
            },
            ct);
}

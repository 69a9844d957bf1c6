using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// A fact must be checked at another place ("xác minh"): the procedure's extended limit holds from now on, and the slip is
/// issued again with the new date, as an adjustment (DOMAIN 2.7).
/// </summary>
public sealed class OpenVerification(DossierDesk desk, OfficeClocks clocks, MotCuaDb db)
{
    /// <param name="Code">Dossier code.</param>
    /// <param name="SeenRevision">What the page showed.</param>
    /// <param name="To">The agency asked, when it works in this system.</param>
    /// <param name="Where">The place in words, when it does not.</param>
    /// <param name="What">What must be verified.</param>
    /// <param name="Limit">The time that the other place has.</param>
    /// <param name="Document">Số văn bản of the request.</param>
    public sealed record Input(string Code, int? SeenRevision, AgencyId? To, string? Where, string What, string? Limit = null, string? Document = null)
        : ActInput(Code, SeenRevision);

    public Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct) =>
        desk.ActAsync(input, EventKind.VerificationOpened, (dossier, now, by) => OpenAsync(dossier, input, now, by, ct), ct);

    /// <summary>The limit that holds while it is verified: the extended one of the procedure, or the present one where it names none.</summary>
    public static TimeLimit LimitOf(ProcedureContent content, Dossier dossier) => content.VerificationLimit ?? dossier.TimeLimit;

    /// <summary>The deadline under it: counted from the receipt, with every stop until now.</summary>
    public static Deadline DueUnder(TimeLimit limit, Dossier dossier, IReadOnlyList<DossierEvent> lines, DeadlineClock clock, DateTimeOffset at) =>
        limit == dossier.TimeLimit ? dossier.Deadline : clock.Run(DossierLedger.CaseOf(lines, at)! with { Limit = limit });

    private async Task<Result> OpenAsync(Dossier dossier, Input input, Moment now, Actor by, CancellationToken ct)
    {
        var clock = await clocks.ForAsync(dossier.AgencyId, ct);
        var content = await db.ProcedureVersions.AsNoTracking().Where(v => v.Id == dossier.ProcedureVersionId).Select(v => v.Content).SingleAsync(ct);
        var limit = LimitOf(content, dossier);
        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var due = DueUnder(limit, dossier, lines, clock, now.Instant);
        var asked = input.To is { } agency ? await clocks.ForAsync(agency, ct) : clock;
        var leg = new LegOrder(
            dossier.NextLeg, Vietnamese.Tidy(input.What), input.To, input.Where, input.Limit, DossierLeg.DueOf(asked, input.Limit, now.Instant));
        return dossier.OpenVerification(leg, limit, due, input.Document, now, by);
    }
}

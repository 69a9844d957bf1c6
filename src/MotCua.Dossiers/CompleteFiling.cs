using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>The applicant mends what the desk asked for; the desk looks at it again.</summary>
public sealed class CompleteFiling(MotCuaDb db, OfficeClocks clocks, TimeProvider clock)
{
    public sealed record Input(string Number, IntakeForm Form);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var filing = await db.Filings.SingleOrDefaultAsync(f => f.Number == input.Number, ct);
        if (filing is null)
        {
            return FilingErrors.NotFound();
        }

        var now = clock.Now();
        var completed = filing.Complete(await clocks.ForAsync(filing.AgencyId, ct), now);
        if (!completed.Succeeded)
        {
            return completed;
        }

        var draft = await db.IntakeDrafts.SingleAsync(d => d.Id == filing.DraftId, ct);
        draft.SaveAgain(draft.OfficerId, input.Form with { Channel = Procedures.FilingChannel.Online, Version = filing.ProcedureVersionId }, now);
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>The draft is thrown away; the version in force stays as it is.</summary>
public sealed class DiscardDraft(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Code);

    public async Task<Result> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        if (procedure is null)
        {
            return ProcedureErrors.NotFound(input.Code);
        }

        var discarded = procedure.DiscardDraft();
        if (!discarded.Succeeded)
        {
            return discarded;
        }

        // A procedure whose only version was the draft goes with it.
        if (procedure.Versions.Count == 0)
        {
            db.Remove(procedure);
        }

        db.Add(new AuditEntry { At = clock.Now().Instant, OfficerId = officer?.Value, Action = "procedure.draft-discarded", Subject = input.Code });
        return await db.SaveOrClashAsync(ct);
    }
}

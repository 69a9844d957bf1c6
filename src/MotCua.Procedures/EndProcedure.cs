using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>A procedure is abolished ("bãi bỏ"): the version in force ends on a day; dossiers already received go on.</summary>
public sealed class EndProcedure(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Code, DateOnly LastDay, string? DecisionNo);

    public async Task<Result> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        if (procedure is null)
        {
            return ProcedureErrors.NotFound(input.Code);
        }

        if (string.IsNullOrWhiteSpace(input.DecisionNo))
        {
            return ProcedureErrors.NoDecision().At("DecisionNo");
        }

        var ended = procedure.EndOn(input.LastDay);
        if (!ended.Succeeded)
        {
            return ended;
        }

        db.Add(new AuditEntry
        {
            At = clock.Now().Instant,
            OfficerId = officer?.Value,
            Action = "procedure.ended",
            Subject = input.Code,
            Details = $"{input.LastDay:yyyy-MM-dd}; {input.DecisionNo}",
        });
        return await db.SaveOrClashAsync(ct);
    }
}

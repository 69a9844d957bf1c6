using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>The draft comes into force from a day, by a decision ("công bố"). Dossiers already received keep their version.</summary>
public sealed class PublishVersion(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Code">The procedure.</param>
    /// <param name="From">First day in force, today or later.</param>
    /// <param name="DecisionNo">For example "1874/QĐ-UBND ngày 16/11/2026".</param>
    /// <param name="Revision">The revision that the page showed; null when nobody looked at a page.</param>
    public sealed record Input(string Code, DateOnly? From, string? DecisionNo, int? Revision = null);

    public async Task<Result<ProcedureVersion>> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        if (procedure is null)
        {
            return ProcedureErrors.NotFound(input.Code);
        }

        var now = clock.Now();
        var allowed = Allow(procedure, input, now);
        if (!allowed.Succeeded)
        {
            return allowed.Error!;
        }

        var published = procedure.Publish(input.From!.Value, input.DecisionNo, now);
        if (!published.Succeeded)
        {
            return published;
        }

        db.Add(new AuditEntry
        {
            At = now.Instant,
            OfficerId = officer?.Value,
            Action = "procedure.published",
            Subject = input.Code,
            Details = $"{published.Value.Number}; {input.From:yyyy-MM-dd}; {input.DecisionNo}",
        });
        var saved = await db.SaveOrClashAsync(ct);
        return saved.Succeeded ? published : saved.Error!;
    }

    private static Result Allow(Procedure procedure, Input input, Moment now)
    {
        if (procedure.Draft is not { } draft)
        {
            return ProcedureErrors.NoDraft();
        }

        if (input.Revision is { } seen && seen != procedure.Revision)
        {
            return ProcedureErrors.ChangedMeanwhile();
        }

        if (string.IsNullOrWhiteSpace(input.DecisionNo))
        {
            return ProcedureErrors.NoDecision().At("DecisionNo");
        }

        if (input.From is not { } from)
        {
            return ProcedureErrors.NoDay().At("From");
        }

        if (from < now.Day)
        {
            return ProcedureErrors.DayPast(now.Day).At("From");
        }

        var missing = Readiness.Of(draft.Text, input.DecisionNo).Where(i => !i.Done).Select(i => i.Label.ToLowerInvariant()).ToList();
        return missing.Count == 0 ? Result.Ok() : ProcedureErrors.NotReady(string.Join("; ", missing));
    }
}

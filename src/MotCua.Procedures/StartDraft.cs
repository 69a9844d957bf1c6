using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>A new version is begun as a copy of the one in force.</summary>
public sealed class StartDraft(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Code);

    public async Task<Result<ProcedureVersion>> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        if (procedure is null)
        {
            return ProcedureErrors.NotFound(input.Code);
        }

        var now = clock.Now();
        var text = procedure.BaseAt(now.Day)!.Text;
        var draft = procedure.StartDraft(
            text with { Content = text.Content with { Reasons = new Dictionary<string, string>() } }, VersionOrigin.Office, now);
        if (draft.Succeeded)
        {
            db.Add(new AuditEntry { At = now.Instant, OfficerId = officer?.Value, Action = "procedure.draft-started", Subject = input.Code });
            await db.SaveChangesAsync(ct);
        }

        return draft;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>A procedure that no import brought: its code, and a first draft to be filled.</summary>
public sealed class AddProcedure(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Code, string Name, string Field);

    public async Task<Result<Procedure>> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var code = input.Code.Trim();
        if (await db.Procedures.AnyAsync(p => p.Code == code, ct))
        {
            return ProcedureErrors.CodeTaken(code).At("Code");
        }

        var registered = Procedure.Register(code);
        if (!registered.Succeeded)
        {
            return registered;
        }

        var now = clock.Now();
        var procedure = registered.Value;
        procedure.StartDraft(new VersionText { Name = input.Name, Field = input.Field }, VersionOrigin.Office, now);
        var saved = procedure.SaveDraft(procedure.Draft!.Text, now);
        if (!saved.Succeeded)
        {
            return saved.Error!;
        }

        db.Add(procedure);
        db.Add(new AuditEntry { At = now.Instant, OfficerId = officer?.Value, Action = "procedure.added", Subject = code });
        await db.SaveChangesAsync(ct);
        return procedure;
    }
}

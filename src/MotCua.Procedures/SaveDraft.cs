using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>What the administrator typed into the draft; refused when somebody else saved in between.</summary>
public sealed class SaveDraft(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Code">The procedure.</param>
    /// <param name="Revision">The procedure's revision that the form was opened with.</param>
    /// <param name="Text">The whole draft.</param>
    public sealed record Input(string Code, int Revision, VersionText Text);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var procedure = await db.Procedures.SingleOrDefaultAsync(p => p.Code == input.Code, ct);
        if (procedure is null)
        {
            return ProcedureErrors.NotFound(input.Code);
        }

        if (procedure.Revision != input.Revision)
        {
            return ProcedureErrors.ChangedMeanwhile();
        }

        var saved = procedure.SaveDraft(input.Text, clock.Now());
        return saved.Succeeded ? await db.SaveOrClashAsync(ct) : saved;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>The office's own row goes; a built-in phrase that it replaced works again.</summary>
public sealed class RemoveSynonym(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Phrase);

    public async Task<Result> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var key = Vietnamese.SearchKey(input.Phrase);
        if (await db.ProcedureSynonyms.SingleOrDefaultAsync(s => s.PhraseKey == key, ct) is { } row)
        {
            db.Remove(row);
            db.Add(new AuditEntry
            {
                At = clock.Now().Instant, OfficerId = officer?.Value, Action = "procedure.synonym-removed", Subject = row.Phrase,
            });
            await db.SaveChangesAsync(ct);
        }

        return Result.Ok();
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Procedures;

/// <summary>Everyday words are taught to the search: to a code, to words of a name, or to nothing (a built-in phrase is switched off).</summary>
public sealed class AddSynonym(MotCuaDb db, TimeProvider clock)
{
    /// <param name="Phrase">What people say.</param>
    /// <param name="LeadsTo">A code or words of a name; null switches the phrase off.</param>
    public sealed record Input(string? Phrase, string? LeadsTo);

    public async Task<Result> RunAsync(Input input, OfficerId? officer, CancellationToken ct)
    {
        var now = clock.Now();
        var leadsTo = string.IsNullOrWhiteSpace(input.LeadsTo) ? null : Vietnamese.Tidy(input.LeadsTo);
        var made = Synonym.Of(input.Phrase, leadsTo, now);
        if (!made.Succeeded)
        {
            return made;
        }

        if (leadsTo is not null && !await LeadsSomewhereAsync(leadsTo, ct))
        {
            return ProcedureErrors.LeadsNowhere(leadsTo).At("LeadsTo");
        }

        var known = await db.ProcedureSynonyms.SingleOrDefaultAsync(s => s.PhraseKey == made.Value.PhraseKey, ct);
        known?.Change(leadsTo, now);
        if (known is null)
        {
            db.Add(made.Value);
        }

        db.Add(new AuditEntry
        {
            At = now.Instant, OfficerId = officer?.Value, Action = "procedure.synonym", Subject = made.Value.Phrase, Details = leadsTo,
        });
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }

    private async Task<bool> LeadsSomewhereAsync(string leadsTo, CancellationToken ct)
    {
        var key = Vietnamese.SearchKey(leadsTo);
        return key.Length > 0
            && (await db.Procedures.AnyAsync(p => p.Code == leadsTo, ct) || await db.ProcedureVersions.AnyAsync(v => v.NameKey.Contains(key), ct));
    }
}

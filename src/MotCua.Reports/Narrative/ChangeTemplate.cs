using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A draft of a template is written over; one that a report could not be made from is not kept.</summary>
public sealed class ChangeTemplate(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Id">The version.</param>
    /// <param name="Text">The whole template.</param>
    /// <param name="SeenRevision">The revision that the page showed.</param>
    public sealed record Input(Guid Id, TemplateText Text, int SeenRevision);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var found = await OwnTemplates.FindAsync(db, officer, input.Id, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        if (found.Value.Revision != input.SeenRevision)
        {
            return NarrativeErrors.TemplateChangedMeanwhile();
        }

        if (TemplateJson.MistakesOf(input.Text) is [var mistake, ..])
        {
            return NarrativeErrors.TemplateWrong(mistake);
        }

        var changed = found.Value.Change(input.Text with { Origin = found.Value.Content.Origin }, clock.Now(), officer.Id);
        return changed.Succeeded ? await OwnTemplates.SaveAsync(db, ct) : changed;
    }
}

/// <summary>An office's own versions, found for writing.</summary>
internal static class OwnTemplates
{
    public static async Task<Result<NarrativeTemplate>> FindAsync(MotCuaDb db, CurrentOfficer officer, Guid id, CancellationToken ct)
    {
        var template = await db.NarrativeTemplates.SingleOrDefaultAsync(t => t.Id == id, ct);
        if (template is null || !officer.Sees(template.AgencyId))
        {
            return NarrativeErrors.TemplateNotFound();
        }

        return NarrativeRights.MayWrite(officer, template.AgencyId) ? template : NarrativeErrors.NotAllowed(NarrativeRights.Writers);
    }

    public static async Task<Result> SaveAsync(MotCuaDb db, CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            return NarrativeErrors.TemplateChangedMeanwhile();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A draft of a template is put in force from a day on; the version before ends the day before.</summary>
public sealed class PublishTemplate(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Id">The version.</param>
    /// <param name="From">Its first day, today or later.</param>
    /// <param name="SeenRevision">The revision that was looked at.</param>
    public sealed record Input(Guid Id, DateOnly From, int SeenRevision);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var found = await OwnTemplates.FindAsync(db, officer, input.Id, ct);
        if (!found.Succeeded)
        {
            return found.Error!;
        }

        var draft = found.Value;
        if (draft.Revision != input.SeenRevision)
        {
            return NarrativeErrors.TemplateChangedMeanwhile();
        }

        if (TemplateJson.MistakesOf(draft.Content) is [var mistake, ..])
        {
            return NarrativeErrors.TemplateWrong(mistake);
        }

        var before = await db.NarrativeTemplates.AsNoTracking()
            .Where(t => t.TemplateId == draft.TemplateId && t.Status == TemplateStatus.Published).MaxAsync(t => t.ValidFrom, ct);
        var published = draft.Publish(input.From, before, clock.Now(), officer.Id);
        return published.Succeeded ? await OwnTemplates.SaveAsync(db, ct) : published;
    }
}

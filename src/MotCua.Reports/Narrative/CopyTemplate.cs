using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>An office takes a copy of a template, shipped or its own, to change it; or begins the next version of its own.</summary>
public sealed class CopyTemplate(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Agency">Whose the copy is.</param>
    /// <param name="Key">Name of a shipped template, or id of a version of an own one.</param>
    /// <param name="NextVersion">The copy is the next version of the same template; else a template of its own.</param>
    public sealed record Input(AgencyId Agency, string Key, bool NextVersion = false);

    /// <returns>Id of the new draft.</returns>
    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (!NarrativeRights.MayWrite(officer, input.Agency))
        {
            return NarrativeErrors.NotAllowed(NarrativeRights.Writers);
        }

        var shipped = TemplateChoice.AllShipped.FirstOrDefault(t => t.Key == input.Key);
        var own = Guid.TryParse(input.Key, out var id)
            ? await db.NarrativeTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.AgencyId == input.Agency, ct)
            : null;
        var text = shipped?.Text ?? own?.Content;
        if (text is null || (input.NextVersion && own is null))
        {
            return NarrativeErrors.TemplateNotFound();
        }

        var versions = input.NextVersion ? await db.NarrativeTemplates.AsNoTracking().Where(t => t.TemplateId == own!.TemplateId).Select(t => new { t.Version, t.Status }).ToListAsync(ct) : [];
        if (versions.Any(v => v.Status == TemplateStatus.Draft))
        {
            return NarrativeErrors.DraftExists();
        }

        var copy = input.NextVersion
            ? NarrativeTemplate.Copy(text, input.Agency, own!.TemplateId, versions.Max(v => v.Version) + 1, clock.Now(), officer.Id)
            : NarrativeTemplate.Copy(text with { Name = $"{text.Name} (bản sao)", Origin = text.Origin ?? shipped?.Key }, input.Agency, null, 1, clock.Now(), officer.Id);
        db.NarrativeTemplates.Add(copy);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException?.Message.Contains("narrative_templates_version_uq", StringComparison.Ordinal) == true)
        {
            return NarrativeErrors.DraftExists();
        }

        return copy.Id;
    }
}

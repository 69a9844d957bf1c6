using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>An office begins a narrative report of its agency from a template in force today.</summary>
public sealed class StartNarrative(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    public sealed record Input(AgencyId Agency, string Template, DateOnly From, DateOnly To);

    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        if (!NarrativeRights.MayWrite(officer, input.Agency))
        {
            return NarrativeErrors.NotAllowed(NarrativeRights.Writers);
        }

        var now = clock.Now();
        var template = (await TemplateChoice.ForAsync(db, input.Agency, now.Day, ct)).FirstOrDefault(t => t.Key == input.Template);
        if (template is null)
        {
            return NarrativeErrors.TemplateNotFound().At("Template");
        }

        var begun = NarrativeReport.Begin(input.Agency, template, input.From, input.To, now, officer.Id);
        if (!begun.Succeeded)
        {
            return begun.Error!;
        }

        db.NarrativeReports.Add(begun.Value);
        await db.SaveChangesAsync(ct);
        return begun.Value.Id;
    }
}

/// <summary>Who writes narrative reports and keeps their templates.</summary>
public static class NarrativeRights
{
    public static readonly IReadOnlyList<OfficeRole> Writers = [OfficeRole.ReportOfficer];

    public static bool MayWrite(CurrentOfficer officer, AgencyId agency) => Writers.Any(role => officer.Holds(role, agency));
}

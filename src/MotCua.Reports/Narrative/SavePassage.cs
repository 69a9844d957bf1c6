using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>A passage of a narrative report is written, with the explanation of contradictions that stay.</summary>
public sealed class SavePassage(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Report">The report.</param>
    /// <param name="Name">The passage.</param>
    /// <param name="Text">As typed.</param>
    /// <param name="Explanation">Why a contradiction stays.</param>
    /// <param name="SeenRevision">The revision that the page showed; 0 for a passage not written yet.</param>
    public sealed record Input(Guid Report, string Name, string Text, string? Explanation, int SeenRevision);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.NarrativeReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Report, ct);
        if (report is null || !officer.Sees(report.AgencyId))
        {
            return NarrativeErrors.NotFound();
        }

        if (!NarrativeRights.MayWrite(officer, report.AgencyId))
        {
            return NarrativeErrors.NotAllowed(NarrativeRights.Writers);
        }

        if (report.Template.Passages.All(p => p.Name != input.Name))
        {
            return NarrativeErrors.NoSuchPassage();
        }

        var passage = await db.NarrativePassages.SingleOrDefaultAsync(p => p.ReportId == input.Report && p.Name == input.Name, ct);
        if ((passage?.Revision ?? 0) != input.SeenRevision)
        {
            return NarrativeErrors.ChangedMeanwhile(passage?.Text ?? "");
        }

        if (passage is null)
        {
            passage = NarrativePassage.At(input.Report, input.Name);
            db.NarrativePassages.Add(passage);
        }

        var written = passage.Write(input.Text, input.Explanation, clock.Now(), officer.Id);
        if (!written.Succeeded)
        {
            return written.Error!;
        }

        if (written.Value)
        {
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                db.ChangeTracker.Clear();
                var kept = await db.NarrativePassages.AsNoTracking().SingleOrDefaultAsync(p => p.ReportId == input.Report && p.Name == input.Name, ct);
                return NarrativeErrors.ChangedMeanwhile(kept?.Text ?? "");
            }
        }

        return Result.Ok();
    }
}

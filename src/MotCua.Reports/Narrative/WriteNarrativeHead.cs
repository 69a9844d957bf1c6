using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Narrative;

/// <summary>Number, day and signer are written into the head of a narrative report.</summary>
public sealed class WriteNarrativeHead(MotCuaDb db, CurrentOfficer officer)
{
    public sealed record Input(Guid Report, string? Number, DateOnly? SignedOn, string? Signer);

    public async Task<Result> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.NarrativeReports.SingleOrDefaultAsync(r => r.Id == input.Report, ct);
        if (report is null || !officer.Sees(report.AgencyId))
        {
            return NarrativeErrors.NotFound();
        }

        if (!NarrativeRights.MayWrite(officer, report.AgencyId))
        {
            return NarrativeErrors.NotAllowed(NarrativeRights.Writers);
        }

        var written = report.WriteHead(input.Number, input.SignedOn, input.Signer);
        if (written.Succeeded)
        {
            await db.SaveChangesAsync(ct);
        }

        return written;
    }
}

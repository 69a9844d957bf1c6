using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports.Narrative;

namespace MotCua.Reports.Submissions;

/// <summary>A report in words is put before those who check and sign: its text and numbers are kept as they are now.</summary>
public sealed class DraftNarrative(MotCuaDb db, SubmissionDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Report">Id of the narrative report.</param>
    public sealed record Input(Guid Report);

    /// <returns>The id of what is on its way up.</returns>
    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var report = await db.NarrativeReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == input.Report, ct);
        if (report is null || !officer.Sees(report.AgencyId))
        {
            return NarrativeErrors.NotFound();
        }

        if (!desk.May(SubmissionDesk.Writers, report.AgencyId))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Writers);
        }

        var (from, to) = (report.PeriodFrom, report.PeriodTo);
        if (ReportPeriods.Problem(PeriodKind.Free, from, to, clock.Now().Day) is { } problem)
        {
            return problem;
        }

        var (form, tree) = (SubmittedForm.NameOf(report), officer.Agencies);
        var subject = new SubmissionSubject(report.AgencyId, tree.ParentOf(report.AgencyId, to), form, ReportPeriods.KindOf(from, to), from, to, Basis.Original) { Narrative = report.Id };
        return await desk.BeginAsync(subject, SubmittedForm.Find(form)!, tree.CodeOf(report.AgencyId), ct);
    }
}

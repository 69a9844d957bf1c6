using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>A report officer begins a report: the system counts it and keeps the numbers with their lists.</summary>
public sealed class DraftReport(SubmissionDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Form">A name of CONTRACT 5.</param>
    /// <param name="Agency">Code.</param>
    /// <param name="Period">Which rule the days follow.</param>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    public sealed record Input(string Form, string Agency, PeriodKind Period, DateOnly From, DateOnly To)
    {
        public Basis Basis { get; init; }
    }

    /// <returns>The report's id.</returns>
    public async Task<Result<Guid>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        if (Form.Find(input.Form) is not { } form)
        {
            return SubmissionErrors.FormUnknown(input.Form);
        }

        if (ReportPeriods.Problem(input.Period, input.From, input.To, now.Day) is { } problem)
        {
            return problem;
        }

        var tree = officer.Agencies;
        if (tree.ByCode(input.Agency) is not { } agency || !officer.Sees(agency.Id))
        {
            return WriteReport.AgencyUnknown(input.Agency);
        }

        if (!desk.May(SubmissionDesk.Writers, agency.Id))
        {
            return SubmissionErrors.NotAllowed(SubmissionDesk.Writers);
        }

        if (!agency.Stages.Any(s => s.ValidFrom <= input.To && (s.ValidTo is null || s.ValidTo >= input.From)))
        {
            return SubmissionErrors.NoAgencyThen(tree.NameOf(agency.Id, input.To));
        }

        var subject = new SubmissionSubject(agency.Id, tree.ParentOf(agency.Id, input.To), form.Name, input.Period, input.From, input.To, input.Basis);
        return await desk.BeginAsync(subject, form, agency.Code, ct);
    }
}

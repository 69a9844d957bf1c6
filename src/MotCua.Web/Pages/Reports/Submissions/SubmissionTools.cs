using MotCua.Reports.Submissions;

namespace MotCua.Web.Pages.Reports.Submissions;

/// <summary>The acts on a report that its page offers.</summary>
public sealed record SubmissionTools(
    RecountReport Recount, CheckReport Check, SendReportBack SendBack, SignReport Sign, SubmitReport Submit, ReturnReport Return, AcceptReport Accept);

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;

namespace MotCua.Reports.Submissions;

/// <summary>
/// Whoever is next, or waits for an answer, is told of a step of a report: an order in the outbox, written with the step itself. Nobody is
/// told of what he has done himself.
/// </summary>
public sealed class SubmissionNotices(MotCuaDb db, TimeProvider clock)
{
    private static readonly Dictionary<string, string> Templates = new(StringComparer.Ordinal)
    {
        ["drafted"] = OfficerTemplates.ReportToCheck,
        ["restated"] = OfficerTemplates.ReportToCheck,
        ["counted"] = OfficerTemplates.ReportToCheck,
        ["checked"] = OfficerTemplates.ReportToSign,
        ["sent_back"] = OfficerTemplates.ReportSentBack,
        ["signed"] = OfficerTemplates.ReportToSend,
        ["submitted"] = OfficerTemplates.ReportReceived,
        ["returned"] = OfficerTemplates.ReportReturned,
        ["accepted"] = OfficerTemplates.ReportAccepted,
    };

    /// <summary>For every step of a report that has just been made.</summary>
    internal async Task OrderAsync(ReportSubmission submission, CancellationToken ct)
    {
        foreach (var act in submission.NewActs.Where(a => Templates.ContainsKey(a.Act)))
        {
            var officers = await ToAsync(submission, act.Act, ct);
            officers.Remove(act.OfficerId);
            if (officers.Count == 0)
            {
                continue;
            }

            db.Outbox.Add(new NoticeOrder($"report:{act.Id}", Templates[act.Act], await ValuesAsync(submission, act, ct))
            {
                Agency = (act.Act == "submitted" ? submission.RecipientId : submission.AgencyId)?.Value,
                Officers = [.. officers.Select(o => o.Value)],
                Link = $"/bao-cao/nop/{submission.Id}",
            }.At(clock.Now()));
        }
    }

    private async Task<HashSet<OfficerId>> ToAsync(ReportSubmission submission, string act, CancellationToken ct) => act switch
    {
        "counted" when !submission.IsCheckedAgain => [],
        "drafted" or "restated" or "counted" => await WithAsync(SubmissionDesk.Checkers, submission.AgencyId, ct),
        "checked" => await WithAsync(SubmissionDesk.Signers, submission.AgencyId, ct),
        "signed" => await WithAsync(SubmissionDesk.Senders, submission.AgencyId, ct),
        "submitted" => submission.RecipientId is { } above ? await WithAsync(SubmissionDesk.Receivers, above, ct) : [],
        "sent_back" => [submission.WriterId],
        _ => [submission.WriterId, .. submission.SignerId is { } signer ? [signer] : Array.Empty<OfficerId>()],
    };

    private async Task<HashSet<OfficerId>> WithAsync(IReadOnlyList<OfficeRole> roles, AgencyId agency, CancellationToken ct)
    {
        var today = clock.Now().Day;

        // Whoever carries the work of an agency on that has ended.
        var agencies = (await AgencyTree.LoadAsync(db, ct)).HeirsOf(agency, today).ToList();
        return await db.RoleAssignments
            .Where(r => agencies.Contains(r.AgencyId) && roles.Contains(r.Role) && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today))
            .Select(r => r.OfficerId).ToHashSetAsync(ct);
    }

    private async Task<Dictionary<string, string>> ValuesAsync(ReportSubmission submission, SubmissionAct act, CancellationToken ct)
    {
        var form = SubmittedForm.Find(submission.Form)!;
        var (sentence, args) = ReportPeriods.Words(submission.Period, submission.PeriodFrom, submission.PeriodTo);
        var period = string.Format(CultureInfo.InvariantCulture, sentence, [.. args.Select(a => a is DateOnly day ? Vietnamese.Date(day) : a)]);
        var above = act.Act is "returned" or "accepted" && submission.RecipientId is { } recipient
            ? (await AgencyTree.LoadAsync(db, ct)).NameOf(recipient, clock.Now().Day)
            : submission.Content.AgencyName;
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bao_cao"] = Vietnamese.Tidy($"{form.Number} {form.Title}"),
            ["ky_bao_cao"] = period,
            ["noi_bao_cao"] = above,
            ["nguoi_giao"] = await db.Officers.Where(o => o.Id == act.OfficerId).Select(o => o.Name).SingleOrDefaultAsync(ct) ?? "",
        };
        if (act.Words is { } words)
        {
            values["ly_do"] = words;
        }

        return values;
    }
}

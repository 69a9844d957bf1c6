using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

public enum IntakeAct
{
    Receive,
    Finish,
    Guide,
    Refuse,
}

/// <summary>
/// Everything that still stands between the form and the act, all at once, where the use case would name only the first.
/// The office's own rules are asked of the domain, not written again.
/// </summary>
public static class IntakeRules
{
    public static IEnumerable<Error> Missing(IntakeForm form, IntakeTyped typed, ProcedureVersion? version, IntakeAct act)
    {
        if (version is null)
        {
            yield return IntakeErrors.NoProcedure();
        }

        if (!string.IsNullOrWhiteSpace(typed.CompetentQ))
        {
            yield return new Error("intake.agency-not-chosen", "Chưa chọn cơ quan giải quyết. Bấm một cơ quan trong danh sách tìm được, hoặc xóa ô này.") { Field = "CompetentQ" };
        }

        if (form.Applicant!.Tidied().Check("Applicant.").Error is { } applicant)
        {
            yield return applicant;
        }

        if (typed.IsForAnother && string.IsNullOrWhiteSpace(form.Submitter!.Name))
        {
            yield return new Error("intake.submitter-missing", "Ghi họ, chữ đệm, tên của người đứng ở quầy; hoặc bỏ dấu “Nộp thay người khác”.") { Field = "Submitter.Name" };
        }
        else if (typed.IsForAnother && form.Submitter!.Tidied().Check("Submitter.").Error is { } submitter)
        {
            yield return submitter;
        }

        if (version is null || act == IntakeAct.Refuse)
        {
            yield break;
        }

        foreach (var error in Papers(form, typed).Concat(act == IntakeAct.Guide ? [] : Terms(form, version, act)))
        {
            yield return error;
        }
    }

    private static IEnumerable<Error> Papers(IntakeForm form, IntakeTyped typed)
    {
        foreach (var index in Enumerable.Range(0, typed.Papers.Count).Where(i => typed.Papers[i].Verdict is null))
        {
            yield return new Error("intake.paper-unchecked", "Giấy tờ {0} chưa xem. Chọn đạt, thiếu hoặc sai.", index + 1) { Field = $"Papers[{index}].Verdict" };
        }

        foreach (var paper in form.Papers.Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong && p.Reason is null))
        {
            yield return IntakeErrors.PaperReasonMissing(paper.Number);
        }
    }

    private static IEnumerable<Error> Terms(IntakeForm form, ProcedureVersion version, IntakeAct act)
    {
        var bad = form.Papers.Count(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong);
        if (bad > 0 && form.Reason is null)
        {
            yield return IntakeErrors.PapersNotComplete(bad);
        }

        if (act == IntakeAct.Receive && Intake.LimitOf(version, form).Error is { } limit)
        {
            yield return limit;
        }

        var known = version.Content.FeeFor(form.Channel)?.Dong;
        if (form.FeeDong is null)
        {
            yield return IntakeErrors.FeeUnknown();
        }
        else if (known is { } listed && form.FeeDong < listed && form.FeeNote is null)
        {
            yield return new Error("intake.fee-note-missing", "Ghi lý do miễn, giảm so với mức {0}.", new Money(listed).ToString()) { Field = "FeeNote" };
        }

        if (act == IntakeAct.Finish && form is { FeeDong: > 0, PaidBy: null })
        {
            yield return new Error("intake.not-paid", "Trả ngay thì thu tiền ngay: chọn tiền mặt hoặc chuyển khoản.") { Field = "PaidBy" };
        }

        if (form.ReturnBy is FilingChannel.Postal && form.ReturnTo is null && act == IntakeAct.Receive)
        {
            yield return IntakeErrors.ReturnAddressMissing();
        }
    }
}

using Microsoft.AspNetCore.Mvc.ModelBinding;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>The form's own rules: filled, readable, not too long. The office's are the domain's.</summary>
internal sealed class ActRules(ActTyped typed, DossierAct act, DossierView view, IReadOnlyList<PlaceHit> places, ModelStateDictionary form, Text t)
{
    /// <summary>False when something is wrong; it stands at its box then.</summary>
    public bool Hold()
    {
        if (ActWords.RoleAsked(act) is not null && act != DossierActs.FinishStep && typed.Officer is null)
        {
            form.AddModelError(nameof(typed.Officer), act == DossierActs.Assign ? t["Chọn người nhận việc"] : t["Chọn người ký"]);
        }

        Words();
        Place();
        Boxes();
        Late();
        return form.IsValid;
    }

    private void Words()
    {
        if (act.Has(ActFields.Words) && string.IsNullOrWhiteSpace(typed.Words))
        {
            if (act.Ask is { } ask)
            {
                form.AddModelError(nameof(typed.Words), t[ask]);
            }
            else if (act == DossierActs.MarkReady && typed.Outcome is Outcome.Denied)
            {
                form.AddModelError(nameof(typed.Words), t["Ghi lý do không đủ điều kiện; phiếu từ chối in nguyên văn"]);
            }
            else if (act == DossierActs.HandOver && view.LateWithoutApology)
            {
                form.AddModelError(nameof(typed.Words), t[DossierErrors.ReturnLateReason(view.Code)]);
            }
        }

        foreach (var (field, text) in new[] { (nameof(typed.Words), typed.Words), (nameof(typed.LateReason), typed.LateReason) })
        {
            if (text is not null && Vietnamese.Length(text) > Dossiers.Intake.LongestText)
            {
                form.AddModelError(field, t["Ô này dài {0} chữ, nhiều nhất {1}. Viết gọn lại", Vietnamese.Length(text), Dossiers.Intake.LongestText]);
            }
        }
    }

    // A name typed whole is chosen; a part of a name leads to the list.
    private void Place()
    {
        if (!act.Has(ActFields.Place))
        {
            return;
        }

        if (typed.AgencyId is { } chosen)
        {
            if (places.FirstOrDefault(p => p.Id == chosen) is { } hit)
            {
                typed.Where = hit.Name;
                return;
            }

            typed.Agency = null;
        }

        if (string.IsNullOrWhiteSpace(typed.Where))
        {
            form.AddModelError(nameof(typed.Where), act.Has(ActFields.AnyPlace) ? t[DossierErrors.LegPlaceMissing()] : t["Chọn cơ quan"]);
        }
        else if (act.Has(ActFields.AnyPlace) && (typed.Agency == ActTyped.AsTyped || places.Count == 0))
        {
            typed.Agency = ActTyped.AsTyped;
        }
        else if (places.Where(p => p.Exact).ToList() is [var only])
        {
            typed.Agency = only.Id.Value.ToString();
        }
        else
        {
            form.AddModelError(nameof(typed.Where), places.Count == 0
                ? t["Không thấy cơ quan “{0}”. Gõ ít chữ hơn, hoặc gõ mã.", typed.Where.Trim()]
                : t["Chọn một cơ quan trong danh sách dưới đây"]);
        }
    }

    private void Boxes()
    {
        if (act.Has(ActFields.Leg) && typed.Leg is null)
        {
            form.AddModelError(nameof(typed.Leg), t["Chọn chặng"]);
        }

        if (act.Has(ActFields.Limit) && !typed.LimitReadable)
        {
            form.AddModelError(nameof(typed.LimitCount), t["Ghi số ngày hoặc giờ bằng chữ số, từ 1 đến 9999"]);
        }

        if (act.Has(ActFields.Number) && act.AskNumber is { } ask && string.IsNullOrWhiteSpace(typed.Number))
        {
            form.AddModelError(nameof(typed.Number), t[ask]);
        }

        if (act.Has(ActFields.Amount) && typed.Dong is not > 0)
        {
            form.AddModelError(nameof(typed.Amount), string.IsNullOrWhiteSpace(typed.Amount)
                ? t[DossierErrors.AmountMissing()]
                : t["Không hiểu số tiền “{0}”. Ghi số đồng tròn, ví dụ 15.000.", typed.Amount.Trim()]);
        }

        if (act.Has(ActFields.Cause) && typed.Cause is null)
        {
            form.AddModelError(nameof(typed.Cause), t["Chọn nguyên nhân"]);
        }

        if (act.Has(ActFields.NewDue) && typed.NewDue is null)
        {
            form.AddModelError(nameof(typed.NewDue), t["Ghi ngày hẹn lại"]);
        }
    }

    private void Late()
    {
        if (!typed.SaysLate)
        {
            return;
        }

        if (typed.HappenedAt is null)
        {
            form.AddModelError(nameof(typed.HappenedAt), t["Ghi ngày và giờ việc đã xảy ra"]);
        }

        if (string.IsNullOrWhiteSpace(typed.LateReason))
        {
            form.AddModelError(nameof(typed.LateReason), t[DossierErrors.LateReasonMissing()]);
        }
    }
}

using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Dossiers;

/// <summary>
/// The counter receives a dossier (form 01): code, receipt number, promised date, fee. A procedure that is done at once
/// ("trả ngay") is received, finished and handed over in the same act and needs no slip.
/// </summary>
public sealed class ReceiveDossier(MotCuaDb db, TimeProvider clock, CurrentOfficer officer, Intake intake, OfficeClocks clocks, HandledPosts posts, FilingDesk filings)
{
    /// <param name="Form">What was keyed.</param>
    /// <param name="PostId">Key of this post: the same key acts once.</param>
    /// <param name="DraftId">The draft that this dossier comes from, closed with it.</param>
    /// <param name="FinishNow">Done and handed over at the counter.</param>
    public sealed record Input(IntakeForm Form, Guid? PostId = null, Guid? DraftId = null, bool FinishNow = false);

    /// <returns>The dossier code.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        var form = await intake.CheckAsync(input.Form, now, ct);
        if (!form.Succeeded)
        {
            return form.Error!;
        }

        if (input.FinishNow && input.Form.Competent is { } competent && competent != officer.AgencyId)
        {
            return IntakeErrors.FinishesElsewhere();
        }

        var limit = Decide(form.Value.Version, input);
        if (!limit.Succeeded)
        {
            return limit.Error!;
        }

        var filing = await filings.OfDraftAsync(input.DraftId, ct);
        var facts = await intake.FactsAsync(form.Value, input.Form, limit.Value, now, ct);
        facts = facts with { AssistedOnline = facts.AssistedOnline && filing is null };
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await posts.EarlierAsync(input.PostId, ct) is { } earlier)
        {
            return earlier;
        }

        var code = await intake.NextCodeAsync(now, ct);
        if (!await posts.ClaimAsync(input.PostId, code, now, ct))
        {
            await transaction.RollbackAsync(ct);
            return (await posts.EarlierAsync(input.PostId, ct))!;
        }

        var slip = !input.FinishNow;
        var number = slip ? await intake.NextFormNumberAsync("TNHS", now, ct) : (long?)null;
        var dossier = Dossier.Receive(code, form.Value.Version.Field, facts with { Slip = slip, ReceiptNumber = number }, now, Actor.Of(officer.Id));
        var finished = await FinishAsync(dossier, input, now, ct);
        if (!finished.Succeeded)
        {
            return finished.Error!;
        }

        if (filing?.Receive(code, now).Error is { } settled)
        {
            return settled;
        }

        db.Dossiers.Add(dossier);
        await intake.CloseDraftAsync(input.DraftId, now, ct);
        NoticeQueue.Enqueue(db, now);
        await db.SaveChangesAsync(ct);
        await intake.RememberNameAsync(dossier.ApplicantKey, ct);
        await transaction.CommitAsync(ct);
        return code;
    }

    private static Result<TimeLimit> Decide(ProcedureVersion version, Input input)
    {
        var form = input.Form;
        if (Intake.CheckPapers(form).Error is { } paper)
        {
            return paper;
        }

        var bad = form.Papers.Count(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong);
        if (bad > 0 && string.IsNullOrWhiteSpace(form.Reason))
        {
            return IntakeErrors.PapersNotComplete(bad);
        }

        if (form.FeeDong is null)
        {
            return IntakeErrors.FeeUnknown();
        }

        if (form.FeeDong < 0)
        {
            return IntakeErrors.FeeNegative();
        }

        if (form.ReturnBy is FilingChannel.Postal && string.IsNullOrWhiteSpace(form.ReturnTo))
        {
            return IntakeErrors.ReturnAddressMissing();
        }

        return input.FinishNow && !version.Content.Immediate ? IntakeErrors.NotImmediate(version.Name) : Intake.LimitOf(version, form);
    }

    private async Task<Result> FinishAsync(Dossier dossier, Input input, Moment now, CancellationToken ct)
    {
        var by = Actor.Of(officer.Id);
        if (input.Form is { PaidBy: { } method, FeeDong: > 0 })
        {
            var paid = dossier.Pay(new PaymentFacts(input.Form.FeeDong.Value, method, dossier.Code), now, by);
            if (!paid.Succeeded)
            {
                return paid;
            }
        }

        if (!input.FinishNow)
        {
            return Result.Ok();
        }

        var ready = dossier.MarkResultReady(Outcome.Granted, null, await clocks.ForAsync(dossier.AgencyId, ct), now, by);
        return ready.Succeeded ? dossier.Return(FilingChannel.Direct, null, now, by) : ready;
    }
}

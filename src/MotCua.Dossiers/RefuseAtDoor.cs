using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>The counter refuses to receive (form 03), with the legal reason; kept and counted apart.</summary>
public sealed class RefuseAtDoor(MotCuaDb db, TimeProvider clock, CurrentOfficer officer, Intake intake, HandledPosts posts, FilingDesk filings)
{
    public sealed record Input(IntakeForm Form, Guid? PostId = null, Guid? DraftId = null);

    /// <returns>The code under which the refusal is kept.</returns>
    public async Task<Result<string>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        if (string.IsNullOrWhiteSpace(input.Form.Reason))
        {
            return IntakeErrors.RefusalReasonMissing();
        }

        var form = await intake.CheckAsync(input.Form, now, ct);
        if (!form.Succeeded)
        {
            return form.Error!;
        }

        var facts = await intake.FactsAsync(form.Value, input.Form, Calendar.TimeLimit.None, now, ct);
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

        var number = await intake.NextFormNumberAsync("TCHS", now, ct);
        var dossier = Dossier.RefuseAtDoor(code, form.Value.Version.Field, facts with { ReceiptNumber = number }, now, Actor.Of(officer.Id));
        if (await filings.OfDraftAsync(input.DraftId, ct) is { } filing && filing.Refuse(input.Form.Reason!, code, now).Error is { } settled)
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
}

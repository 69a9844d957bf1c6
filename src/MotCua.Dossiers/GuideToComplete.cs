using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// Papers are missing or wrong at the counter: the citizen is guided in writing, once and completely (form 02; NĐ 61/2018
/// Điều 17). What was keyed stays as a draft, so that the visit with the missing paper takes seconds.
/// </summary>
public sealed class GuideToComplete(MotCuaDb db, TimeProvider clock, Intake intake, SaveIntakeDraft save, FilingDesk filings)
{
    public sealed record Input(IntakeForm Form, Guid? DraftId, Guid? PostId = null);

    public async Task<Result<IntakeDraft>> RunAsync(Input input, CancellationToken ct)
    {
        var now = clock.Now();
        if (!input.Form.Papers.Any(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong))
        {
            return IntakeErrors.NothingToComplete();
        }

        var form = await intake.CheckAsync(input.Form, now, ct);
        var error = form.Error ?? Intake.CheckPapers(input.Form).Error;
        if (error is not null)
        {
            return error;
        }

        await using var transaction = await db.BeginOrJoinAsync(ct);
        var draft = await save.RunAsync(new SaveIntakeDraft.Input(input.Form, input.DraftId, input.PostId), ct);
        if (!draft.Succeeded)
        {
            return draft;
        }

        if (draft.Value.GuidanceNumber is null)
        {
            draft.Value.Guide(await intake.NextFormNumberAsync("HDHS", now, ct), now);
        }

        if (await filings.OfDraftAsync(draft.Value.Id, ct) is { } filing && filing.AskToComplete(Words(input.Form), now).Error is { } settled)
        {
            return settled;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return draft;
    }

    /// <summary>What is missing or wrong, paper by paper.</summary>
    private static string Words(IntakeForm form) => string.Join("; ", form.Papers
        .Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong).Select(p => $"{p.Name}: {p.Reason}"));
}

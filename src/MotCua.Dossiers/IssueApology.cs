using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>
/// The leader signs an apology with a new date (form 04; NĐ 61/2018 Điều 19.9: at most once). Anyone else's order is a draft
/// that waits for the leader. The number comes with the signature.
/// </summary>
public sealed class IssueApology(DossierDesk desk, Intake intake, CurrentOfficer officer, TimeProvider clock, MotCuaDb db)
{
    /// <param name="Code">Dossier code.</param>
    /// <param name="SeenRevision">What the page showed.</param>
    /// <param name="Cause">From the closed list.</param>
    /// <param name="Words">The reason as the applicant reads it.</param>
    /// <param name="NewDue">The new date: later than the due day, and not past.</param>
    public sealed record Input(string Code, int? SeenRevision, DelayCause Cause, string? Words, DateOnly NewDue) : ActInput(Code, SeenRevision);

    public async Task<Result<Dossier>> RunAsync(Input input, CancellationToken ct)
    {
        await using var transaction = await db.BeginOrJoinAsync(ct);
        var number = await intake.NextFormNumberAsync("PXL", clock.Now(), ct);
        var issued = await desk.ActAsync(input, EventKind.ApologyIssued, (dossier, now, by) => Issue(dossier, input, number, now, by), ct);
        if (issued.Succeeded)
        {
            await transaction.CommitAsync(ct);
        }

        return issued;
    }

    /// <summary>What is wrong with a draft, before anybody signs it.</summary>
    public static Error? Check(Dossier dossier, Input input, DateOnly today) =>
        dossier.CannotMove(EventKind.ApologyIssued) is { } cannot ? cannot
        : dossier.ApologyAt is not null ? DossierErrors.ApologyTwice(dossier.Code)
        : dossier.DueDay is not { } due ? DossierErrors.ApologyWithoutDue(dossier.Code)
        : input.NewDue <= due ? DossierErrors.ApologyNotLater(due)
        : input.NewDue < today ? DossierErrors.ApologyPast(today)
        : string.IsNullOrWhiteSpace(input.Words) ? DossierErrors.ReasonMissing("Words")
        : null;

    /// <summary>
    /// The new date that the clock proposes: the office hours of the open steps from now on, and at least one working day after
    /// the promised day.
    /// </summary>
    public static DateOnly Suggest(Dossier dossier, IReadOnlyList<Procedures.InternalStep> steps, Calendar.DeadlineClock clock, Moment now)
    {
        var left = (int)Math.Ceiling(steps.Skip(Math.Max(dossier.Step - 1, 0)).Sum(s => s.Hours));
        var done = left > 0 ? clock.Start(now.Instant, Calendar.TimeLimit.Hours(left)).DueDay ?? now.Day : now.Day;
        var due = dossier.DueDay ?? now.Day;
        return done > due ? done : clock.Calendar.NextWorkingDay(due > now.Day ? due : now.Day);
    }

    private Result Issue(Dossier dossier, Input input, long number, Moment now, Actor by) => Check(dossier, input, now.Day) is { } error
        ? error
        : dossier.Apologise(
            new ApologyFacts($"{number:00}/PXL", input.NewDue, input.Cause.Text(), officer.Name, Vietnamese.Tidy(input.Words!)), now, by);
}

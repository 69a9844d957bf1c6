using System.Data;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Reports.Submissions;

/// <summary>
/// What every act on a report shares: load it, check the role in its agency (or in the agency above) and that the officer saw the newest
/// revision, act, save it with its history in one transaction.
/// </summary>
public sealed class SubmissionDesk(MotCuaDb db, TimeProvider clock, CurrentOfficer officer, CountSubmission count, SubmissionNotices notices)
{
    public static readonly IReadOnlyList<OfficeRole>
        Writers = [OfficeRole.ReportOfficer],
        Checkers = [OfficeRole.ReportOfficer, OfficeRole.Clerk, OfficeRole.Signer],
        Signers = [OfficeRole.Signer],
        Senders = [OfficeRole.ReportOfficer, OfficeRole.Clerk],
        Receivers = [OfficeRole.ReportOfficer];

    public bool May(IReadOnlyList<OfficeRole> roles, AgencyId agency) => roles.Any(role => officer.Holds(role, agency));

    /// <summary>May read it: in its own agency always, from above once it was sent.</summary>
    public bool MayRead(ReportSubmission submission) =>
        officer.Sees(submission.AgencyId) && (submission.IsFrozen || WorksFor(submission.AgencyId));

    /// <summary>Belongs to the agency, or to one that carries its work on.</summary>
    public bool WorksFor(AgencyId agency) => officer.Roles.Any(r => r.AgencyId == agency)
        || officer.Agencies.HeirsOf(agency, clock.Now().Day).Any(heir => officer.Roles.Any(r => r.AgencyId == heir));

    /// <summary>An act inside the agency of the report.</summary>
    public Task<Result> ActAsync(Guid id, int seenRevision, IReadOnlyList<OfficeRole> roles, Func<ReportSubmission, Moment, OfficerId, Result> act, CancellationToken ct) =>
        ActAsync(id, seenRevision, s => May(roles, s.AgencyId), roles, act, ct);

    /// <summary>An act of the agency above.</summary>
    public Task<Result> ReceiveAsync(Guid id, int seenRevision, Func<ReportSubmission, Moment, OfficerId, Result> act, CancellationToken ct) =>
        ActAsync(id, seenRevision, s => s.RecipientId is { } above && May(Receivers, above), Receivers, act, ct);

    /// <summary>A first version: counted at once; one report of a kind, its days and basis is enough.</summary>
    internal async Task<Result<Guid>> BeginAsync(SubmissionSubject subject, Form form, string agency, CancellationToken ct) =>
        await db.ReportSubmissions.AnyAsync(
            s => s.AgencyId == subject.Agency && s.Form == subject.Form && s.PeriodFrom == subject.From && s.PeriodTo == subject.To && s.Basis == subject.Basis, ct)
            ? SubmissionErrors.AlreadyThere()
            : await CountAsync(
                new CountSubmission.Input(form, agency, subject.From, subject.To, subject.Basis, clock.Now().Instant) { Narrative = subject.Narrative },
                (content, at, by) => Task.FromResult<Result<ReportSubmission>>(ReportSubmission.Draft(subject, content, at, by)),
                ct);

    /// <summary>Counts and keeps numbers and lists together: a new report, or one that is still on the desk.</summary>
    /// <param name="asked">What to count.</param>
    /// <param name="make">Takes the content; a new report or the changed one.</param>
    /// <param name="ct">Cancels.</param>
    internal async Task<Result<Guid>> CountAsync(
        CountSubmission.Input asked, Func<FrozenReport, Moment, OfficerId, Task<Result<ReportSubmission>>> make, CancellationToken ct)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct) : null;
        var counted = await count.RunAsync(asked, ct);
        if (!counted.Succeeded)
        {
            return counted.Error!;
        }

        var made = await make(counted.Value.Report, Moment.Of(asked.At), officer.Id);
        if (!made.Succeeded)
        {
            return made.Error!;
        }

        var saved = await SaveAsync(made.Value, ct);
        if (!saved.Succeeded)
        {
            return saved.Error!;
        }

        await FrozenLists.ReplaceAsync(db.Database.GetDbConnection(), made.Value.Id, counted.Value.Sets, ct);
        await (transaction?.CommitAsync(ct) ?? Task.CompletedTask);
        return made.Value.Id;
    }

    internal Task<ReportSubmission?> FindAsync(Guid id, CancellationToken ct) => db.ReportSubmissions.SingleOrDefaultAsync(s => s.Id == id, ct);

    private async Task<Result> ActAsync(
        Guid id, int seenRevision, Func<ReportSubmission, bool> may, IReadOnlyList<OfficeRole> roles, Func<ReportSubmission, Moment, OfficerId, Result> act, CancellationToken ct)
    {
        var submission = await FindAsync(id, ct);
        if (submission is null || !MayRead(submission))
        {
            return SubmissionErrors.NotFound();
        }

        if (!may(submission))
        {
            return SubmissionErrors.NotAllowed(roles);
        }

        if (seenRevision != submission.Revision)
        {
            return SubmissionErrors.ChangedMeanwhile();
        }

        var done = act(submission, clock.Now(), officer.Id);
        return done.Succeeded ? await SaveAsync(submission, ct) : done;
    }

    private async Task<Result> SaveAsync(ReportSubmission submission, CancellationToken ct)
    {
        if (db.Entry(submission).State is EntityState.Detached)
        {
            db.Add(submission);
        }

        db.AddRange(submission.NewActs);
        await notices.OrderAsync(submission, ct);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return SubmissionErrors.ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return SubmissionErrors.AlreadyThere();
        }
        catch (InvalidOperationException e) when (e.InnerException is DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.SerializationFailure } })
        {
            db.ChangeTracker.Clear();
            return SubmissionErrors.ChangedMeanwhile();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Registers;

/// <summary>
/// What every act on a register shares: load the record, check that the officer may do it in its agency and saw the newest
/// revision, act, save the record with its history in one transaction.
/// </summary>
public sealed class RegisterDesk(MotCuaDb db, TimeProvider clock, CurrentOfficer officer)
{
    /// <summary>Who keeps an agency's registers.</summary>
    public static readonly IReadOnlyList<OfficeRole> Keepers = [OfficeRole.ReportOfficer, OfficeRole.Signer];

    public bool Keeps(AgencyId agency) => Keepers.Any(role => officer.Holds(role, agency));

    public bool Keeps(AgencyId agency, IReadOnlyList<OfficeRole> keepers) => keepers.Any(role => officer.Holds(role, agency));

    /// <param name="id">The record.</param>
    /// <param name="seenRevision">The revision that the officer's page showed.</param>
    /// <param name="act">The domain verb.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="alsoMay">Who may besides those who keep the agency's registers.</param>
    /// <typeparam name="T">The register's record.</typeparam>
    public async Task<Result> ActAsync<T>(
        Guid id, int seenRevision, Func<T, Moment, OfficerId, Result> act, CancellationToken ct, Func<T, bool>? alsoMay = null)
        where T : RegisterRecord
    {
        var record = await db.Set<T>().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (record is null || !officer.Sees(record.AgencyId))
        {
            return RegisterErrors.NotFound();
        }

        if (!Keeps(record.AgencyId) && alsoMay?.Invoke(record) is not true)
        {
            return RegisterErrors.NotAllowed(Keepers);
        }

        if (seenRevision != record.Revision)
        {
            return RegisterErrors.ChangedMeanwhile();
        }

        var done = act(record, clock.Now(), officer.Id);
        return done.Succeeded ? await SaveAsync(record, RegisterErrors.ChangedMeanwhile(), ct) : done;
    }

    /// <summary>A new record, for those who keep the registers of its agency.</summary>
    public async Task<Result<Guid>> AddAsync<T>(AgencyId agency, Func<Moment, OfficerId, Result<T>> make, Error whenTaken, CancellationToken ct)
        where T : RegisterRecord
    {
        if (!Keeps(agency))
        {
            return RegisterErrors.NotAllowed(Keepers);
        }

        var made = make(clock.Now(), officer.Id);
        if (!made.Succeeded)
        {
            return made.Error!;
        }

        db.Set<T>().Add(made.Value);
        var saved = await SaveAsync(made.Value, whenTaken, ct);
        return saved.Succeeded ? made.Value.Id : saved.Error!;
    }

    private async Task<Result> SaveAsync(RegisterRecord record, Error whenTaken, CancellationToken ct)
    {
        db.AddRange(record.NewChanges);
        try
        {
            await db.SaveChangesAsync(ct);
            return Result.Ok();
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return RegisterErrors.ChangedMeanwhile();
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return whenTaken;
        }
    }
}

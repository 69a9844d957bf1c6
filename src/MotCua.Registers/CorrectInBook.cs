using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Registers;

/// <summary>A line of a register is mended; what it said before stays in its history.</summary>
public sealed class CorrectInBook(MotCuaDb db, RegisterDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Book">The register.</param>
    /// <param name="Id">The line.</param>
    /// <param name="Revision">What the officer's page showed.</param>
    /// <param name="Texts">By the names of the fields, as typed.</param>
    public sealed record Input(RegisterBook Book, Guid Id, int Revision, IReadOnlyDictionary<string, string?> Texts);

    /// <returns>Every fault at its field; none when it is saved.</returns>
    public async Task<IReadOnlyList<Error>> RunAsync(Input input, CancellationToken ct)
    {
        var book = input.Book;
        if (await book.FindAsync(db, input.Id, ct) is not { } record || !officer.Sees(record.AgencyId))
        {
            return [RegisterErrors.NotFound()];
        }

        if (!desk.Keeps(record.AgencyId, book.Keepers))
        {
            return [RegisterErrors.NotAllowed(book.Keepers)];
        }

        if (record.Revision != input.Revision)
        {
            return [RegisterErrors.ChangedMeanwhile()];
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RegisterLock.BesideAsync(db, book, ct);
        db.Attach(record);
        var faults = record.Correct(book.Fields, new RegisterValues(book.Fields, input.Texts), clock.Now(), officer.Id);
        if (faults.Count > 0)
        {
            return faults;
        }

        if (await book.FitsAsync(db, record, ct) is { } misfit)
        {
            return [misfit];
        }

        db.AddRange(record.NewChanges);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [RegisterErrors.ChangedMeanwhile()];
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return [RegisterErrors.Exists(record.Title)];
        }

        await transaction.CommitAsync(ct);
        return [];
    }
}

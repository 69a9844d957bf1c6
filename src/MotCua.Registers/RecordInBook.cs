using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using Npgsql;

namespace MotCua.Registers;

/// <summary>A line is written into a register; what the register gives (a number) is taken in the same transaction.</summary>
public sealed class RecordInBook(MotCuaDb db, RegisterDesk desk, CurrentOfficer officer, TimeProvider clock)
{
    /// <param name="Book">The register.</param>
    /// <param name="Agency">Whose line.</param>
    /// <param name="Texts">By the names of the fields, as typed.</param>
    public sealed record Input(RegisterBook Book, AgencyId Agency, IReadOnlyDictionary<string, string?> Texts);

    /// <summary>The new record, or every fault at its field.</summary>
    public sealed record Answer(BookRecord? Record, IReadOnlyList<Error> Faults);

    public async Task<Answer> RunAsync(Input input, CancellationToken ct)
    {
        var book = input.Book;
        var texts = input.Texts.Where(t => !book.Fields.Any(f => f.Given && f.Name == t.Key)).ToDictionary(StringComparer.Ordinal);
        if (!desk.Keeps(input.Agency, book.Keepers))
        {
            return new Answer(null, [RegisterErrors.NotAllowed(book.Keepers)]);
        }

        var (record, values) = (book.New(), new RegisterValues(book.Fields, texts));
        if (record.Record(input.Agency, values, clock.Now(), officer.Id) is { Count: > 0 } faults)
        {
            return new Answer(null, faults);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await RegisterLock.BesideAsync(db, book, ct);
        await book.GiveAsync(db, record, ct);
        if (await book.FitsAsync(db, record, ct) is { } misfit)
        {
            return new Answer(null, [misfit]);
        }

        db.Add(record);
        db.AddRange(record.NewChanges);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            db.ChangeTracker.Clear();
            return new Answer(null, [RegisterErrors.Exists(record.Title)]);
        }

        await transaction.CommitAsync(ct);
        return new Answer(record, []);
    }
}

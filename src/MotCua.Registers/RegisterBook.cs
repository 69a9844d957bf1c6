using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>What a list of a register is asked for.</summary>
/// <param name="Agencies">Whose lines.</param>
/// <param name="Text">Part of what is written, without marks; empty for all.</param>
/// <param name="Year">Of the day; null for all.</param>
public sealed record RegisterQuestion(IReadOnlyCollection<AgencyId> Agencies, string Text, int? Year);

/// <summary>
/// A register ("sổ") as the kit keeps it. A new one is a file: the record with its rules, a book that names its fields and figures, a line
/// in <see cref="RegisterBooks"/>, and a migration. List, search, form, history, attachments, import, export and the lists behind
/// its figures follow.
/// </summary>
public abstract class RegisterBook
{
    /// <summary>For commands, audit and file names: outgoing-documents.</summary>
    public abstract string Name { get; }

    /// <summary>In web addresses: van-ban-di.</summary>
    public abstract string Address { get; }

    public abstract string Title { get; }

    /// <summary>One sentence: what it is for.</summary>
    public abstract string About { get; }

    /// <summary>What its lines are called after a number.</summary>
    public abstract string Noun { get; }

    /// <summary>What stands above the lines' titles.</summary>
    public abstract string TitleHead { get; }

    public abstract string Table { get; }

    public abstract IReadOnlyList<RegisterField> Fields { get; }

    /// <summary>The columns that make two lines speak of the same thing, so that the newer one holds.</summary>
    public virtual string SameThing => "id";

    public virtual IReadOnlyList<RegisterFigure> Figures => [];

    /// <summary>Who writes in it, in the agency.</summary>
    public virtual IReadOnlyList<OfficeRole> Keepers => RegisterDesk.Keepers;

    public abstract Task<int> CountAsync(MotCuaDb db, RegisterQuestion asked, CancellationToken ct);

    /// <summary>The newest day first.</summary>
    public abstract Task<IReadOnlyList<BookRecord>> ListAsync(MotCuaDb db, RegisterQuestion asked, int skip, int take, CancellationToken ct);

    public abstract Task<BookRecord?> FindAsync(MotCuaDb db, Guid id, CancellationToken ct);

    /// <summary>In the order of <paramref name="ids"/>.</summary>
    public abstract Task<IReadOnlyList<BookRecord>> FindAsync(MotCuaDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>What a file may change: every line of an agency, to be changed in place.</summary>
    internal abstract Task<IReadOnlyList<BookRecord>> OfAsync(MotCuaDb db, AgencyId agency, CancellationToken ct);

    /// <summary>A line with its number, as a scene or another program knows it; the first fault when something is wrong.</summary>
    public Result<BookRecord> Make(AgencyId agency, IReadOnlyDictionary<string, string?> texts, Moment at, OfficerId? by)
    {
        var record = New();
        return record.Record(agency, new RegisterValues(Fields, texts), at, by) is [var fault, ..] ? fault : record;
    }

    internal abstract BookRecord New();

    /// <summary>Gives a new line what the register gives (a number), inside the transaction that saves it.</summary>
    internal virtual Task GiveAsync(MotCuaDb db, BookRecord record, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Rules that ask other lines of the register, inside the transaction; null when it fits among them.</summary>
    internal virtual Task<Error?> FitsAsync(MotCuaDb db, BookRecord record, CancellationToken ct) => Task.FromResult<Error?>(null);

    /// <summary>After a file is read and before it is saved: gives what the register gives to the new lines and names those that do not fit.</summary>
    /// <param name="db">In the transaction of the import.</param>
    /// <param name="all">Every line of the agencies of the file, the new ones among them in the order of the file.</param>
    /// <param name="added">The new ones.</param>
    /// <param name="ct">Cancels.</param>
    internal virtual Task<IReadOnlyList<(BookRecord Record, Error Error)>> SettleAsync(
        MotCuaDb db, IReadOnlyCollection<BookRecord> all, IReadOnlySet<BookRecord> added, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<(BookRecord, Error)>>([]);
}

/// <summary>The same with its record.</summary>
public abstract class RegisterBook<T> : RegisterBook
    where T : BookRecord
{
    public override Task<int> CountAsync(MotCuaDb db, RegisterQuestion asked, CancellationToken ct) => Asked(db, asked).CountAsync(ct);

    public override async Task<IReadOnlyList<BookRecord>> ListAsync(MotCuaDb db, RegisterQuestion asked, int skip, int take, CancellationToken ct) =>
        await Asked(db, asked).OrderByDescending(r => r.Day).ThenByDescending(r => r.Id).Skip(skip).Take(take).ToListAsync(ct);

    public override async Task<BookRecord?> FindAsync(MotCuaDb db, Guid id, CancellationToken ct) =>
        await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);

    public override async Task<IReadOnlyList<BookRecord>> FindAsync(MotCuaDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var found = await db.Set<T>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    internal override async Task<IReadOnlyList<BookRecord>> OfAsync(MotCuaDb db, AgencyId agency, CancellationToken ct) =>
        await db.Set<T>().Where(r => r.AgencyId == agency).ToListAsync(ct);

    private static IQueryable<T> Asked(MotCuaDb db, RegisterQuestion asked)
    {
        var (agencies, key) = (asked.Agencies, Vietnamese.SearchKey(asked.Text));
        var rows = db.Set<T>().AsNoTracking().Where(r => agencies.Contains(r.AgencyId));
        if (key.Length > 0)
        {
            rows = rows.Where(r => r.SearchKey.Contains(key));
        }

        if (asked.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            rows = rows.Where(r => r.Day >= first && r.Day <= last);
        }

        return rows;
    }
}

/// <summary>Every register that the kit keeps.</summary>
public static class RegisterBooks
{
    public static IReadOnlyList<RegisterBook> All { get; } = [new OutgoingDocumentBook(), new StaffPostBook()];

    public static RegisterBook? At(string address) => All.FirstOrDefault(b => b.Address == address);

    /// <summary>The figure that computes a row of the reform annex, with its register.</summary>
    public static (RegisterBook Book, RegisterFigure Figure)? Of(string indicator)
    {
        foreach (var book in All)
        {
            if (book.Figures.FirstOrDefault(f => f.Indicator == indicator) is { } figure)
            {
                return (book, figure);
            }
        }

        return null;
    }
}

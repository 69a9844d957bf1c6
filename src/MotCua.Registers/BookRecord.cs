using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// A line of a register that the kit keeps whole: its fields say what it holds, <see cref="Write"/> what the office's rules ask. Day,
/// search, history and files are the same for all of them.
/// </summary>
public abstract class BookRecord : RegisterRecord
{
    /// <summary>The day by which it is sorted, and counted in a period.</summary>
    public DateOnly Day { get; protected set; }

    /// <summary>Its words without marks, for search.</summary>
    public string SearchKey { get; protected set; } = "";

    /// <summary>What no two lines of an agency share; a file's line of the same identity corrects the record.</summary>
    public abstract string Identity { get; }

    /// <summary>False while the register has not yet given what makes its identity.</summary>
    public virtual bool IsIdentified => true;

    /// <summary>How people call it.</summary>
    public abstract string Title { get; }

    /// <summary>By the names of the register's fields.</summary>
    public abstract IReadOnlyDictionary<string, string> Values { get; }

    /// <summary>Takes over what was read; a rule of the office that it breaks is the error.</summary>
    protected abstract Error? Write(RegisterValues values, bool isNew, Moment at);

    internal IReadOnlyList<Error> Record(AgencyId agency, RegisterValues values, Moment at, OfficerId? by)
    {
        BelongTo(agency);
        var faults = Take(values, isNew: true, at);
        if (faults.Count == 0)
        {
            Note("recorded", at, by);
        }

        return faults;
    }

    /// <summary>Nothing is noted when nothing differs.</summary>
    internal IReadOnlyList<Error> Correct(IReadOnlyList<RegisterField> fields, RegisterValues values, Moment at, OfficerId? by)
    {
        var before = Values;
        var faults = Take(values, isNew: false, at);
        if (faults.Count > 0)
        {
            return faults;
        }

        var after = Values;
        var told = from f in fields
                   let old = f.Shown(before[f.Name])
                   let mended = f.Shown(after[f.Name])
                   where old != mended
                   select $"{f.Label}: {(old.Length == 0 ? "–" : old)} → {(mended.Length == 0 ? "–" : mended)}";
        if (string.Join("; ", told) is { Length: > 0 } words)
        {
            Note("corrected", at, by, words);
        }

        return [];
    }

    private IReadOnlyList<Error> Take(RegisterValues values, bool isNew, Moment at)
    {
        var refused = Write(values, isNew, at);
        return values.Faults.Count > 0 ? values.Faults : refused is null ? [] : [refused];
    }
}

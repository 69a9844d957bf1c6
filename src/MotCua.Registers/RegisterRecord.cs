using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>
/// A line of a register ("dòng sổ"): it belongs to an agency, changes only by its own verbs, and every change leaves a
/// <see cref="RegisterChange"/>. A new register is a class that derives from this one, its table and its pages.
/// </summary>
public abstract class RegisterRecord
{
    private readonly List<RegisterChange> changes = [];

    public Guid Id { get; private set; } = Ids.New();

    /// <summary>Whose record it is.</summary>
    public AgencyId AgencyId { get; private set; }

    /// <summary>Raised by every change; two people who change one record at once clash here.</summary>
    public int Revision { get; private set; }

    /// <summary>What happened since the record was made or loaded.</summary>
    public IReadOnlyList<RegisterChange> NewChanges => changes;

    /// <summary>A file was put to it.</summary>
    public void NoteFile(string name, Moment at, OfficerId by) => Note("attached", at, by, name);

    protected void BelongTo(AgencyId agency) => AgencyId = agency;

    // Every change passes here, so that no record changes without a line in its history.
    protected void Note(string act, Moment at, OfficerId? by, string? words = null)
    {
        Revision++;
        changes.Add(RegisterChange.Of(Id, act, at, by, words));
    }
}

/// <summary>One line in the history of a register's record: who did what when.</summary>
public sealed class RegisterChange
{
    private RegisterChange()
    {
    }

    public Guid Id { get; private init; }

    public Guid RecordId { get; private init; }

    public DateTimeOffset At { get; private init; }

    /// <summary>Null: an import.</summary>
    public OfficerId? OfficerId { get; private init; }

    /// <summary>What was done, as the register names it: recorded, corrected, started …</summary>
    public string Act { get; private init; } = "";

    public string? Words { get; private init; }

    internal static RegisterChange Of(Guid record, string act, Moment at, OfficerId? by, string? words) =>
        new() { Id = Ids.New(), RecordId = record, At = at.Instant, OfficerId = by, Act = act, Words = words };
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>What administrators did with notices stands in the audit log.</summary>
internal static class NoticeLog
{
    /// <summary>Writes the line and saves the unit of work.</summary>
    public static Task NoteAsync(this MotCuaDb db, string action, string subject, OfficerId by, Moment now, CancellationToken ct)
    {
        db.Audit.Add(new AuditEntry { At = now.Instant, OfficerId = by.Value, Action = action, Subject = subject });
        return db.SaveChangesAsync(ct);
    }
}

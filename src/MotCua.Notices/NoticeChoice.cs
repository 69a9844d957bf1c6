using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>
/// What an officer wants by e-mail besides the notices in the program, which always come ("cách nhận thông báo").
/// Without a choice: the morning digest, when an e-mail address is known.
/// </summary>
public sealed class NoticeChoice
{
    public required OfficerId OfficerId { get; init; }

    /// <summary>Each piece of work that is put into the officer's hands.</summary>
    public bool WorkByEmail { get; set; }

    public bool DigestByEmail { get; set; }

    public static NoticeChoice Default(OfficerId officer) => new() { OfficerId = officer, DigestByEmail = true };

    internal bool ByEmail(NoticeTemplate template) => template.IsDigest ? DigestByEmail : WorkByEmail;
}

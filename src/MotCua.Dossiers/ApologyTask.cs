using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>A leader asked an officer to write the apology of a late dossier ("giao soạn xin lỗi"). Settled once a draft waits or is signed.</summary>
public sealed class ApologyTask
{
    private ApologyTask()
    {
    }

    public DossierId DossierId { get; private init; }

    /// <summary>Who writes it.</summary>
    public OfficerId OfficerId { get; private set; }

    public OfficerId AskedBy { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>The day by which the draft must wait for the signature.</summary>
    public DateOnly WriteBy { get; private set; }

    public static ApologyTask Of(DossierId dossier, OfficerId writer, OfficerId leader, Moment now)
    {
        var task = new ApologyTask { DossierId = dossier };
        task.AskAgain(writer, leader, now);
        return task;
    }

    /// <summary>Somebody else, or the same officer once more: today.</summary>
    public void AskAgain(OfficerId writer, OfficerId leader, Moment now) => (OfficerId, AskedBy, AskedAt, WriteBy) = (writer, leader, now.Instant, now.Day);
}

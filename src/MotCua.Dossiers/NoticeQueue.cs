using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>Who is told of an event ("báo cho ai").</summary>
[Flags]
public enum NoticeAudience
{
    None = 0,

    /// <summary>The applicant, or who filed for the applicant.</summary>
    Applicant = 1,

    /// <summary>The officer in whose hands the dossier is after the event.</summary>
    Holder = 2,

    /// <summary>The receptionists of an agency that gets a leg.</summary>
    LegAgency = 4,
}

/// <summary>
/// Which events are told to whom, and the outbox rows that see to it, written in the transaction of the act. Only what an
/// officer does here is told: imported ledgers and scenes are copied past this place.
/// </summary>
public static class NoticeQueue
{
    /// <summary>The kind of the outbox messages.</summary>
    public const string Kind = "dossier-notice";

    /// <summary>One line a kind that is told to anybody; a kind that is not here is told to nobody.</summary>
    private static readonly Dictionary<EventKind, NoticeAudience> Table = new()
    {
        [EventKind.Received] = NoticeAudience.Applicant,
        [EventKind.RefusedAtDoor] = NoticeAudience.Applicant,
        [EventKind.SupplementRequested] = NoticeAudience.Applicant,
        [EventKind.Supplemented] = NoticeAudience.Applicant | NoticeAudience.Holder,
        [EventKind.Paused] = NoticeAudience.Applicant,
        [EventKind.Resumed] = NoticeAudience.Applicant | NoticeAudience.Holder,
        [EventKind.VerificationOpened] = NoticeAudience.Applicant | NoticeAudience.LegAgency,
        [EventKind.SlipReissued] = NoticeAudience.Applicant,
        [EventKind.ApologyIssued] = NoticeAudience.Applicant,
        [EventKind.ResultReady] = NoticeAudience.Applicant,
        [EventKind.Stopped] = NoticeAudience.Applicant,
        [EventKind.Withdrawn] = NoticeAudience.Applicant,
        [EventKind.Returned] = NoticeAudience.Applicant,
        [EventKind.CorrectionOpened] = NoticeAudience.Applicant,
        [EventKind.Forwarded] = NoticeAudience.LegAgency,
        [EventKind.ConsultationSent] = NoticeAudience.LegAgency,
        [EventKind.LegAnswered] = NoticeAudience.Holder | NoticeAudience.LegAgency,
        [EventKind.Assigned] = NoticeAudience.Holder,
        [EventKind.StepFinished] = NoticeAudience.Holder,
        [EventKind.SentForSignature] = NoticeAudience.Holder,
        [EventKind.SentBack] = NoticeAudience.Holder,
        [EventKind.Signed] = NoticeAudience.Holder,
    };

    public static IReadOnlyDictionary<EventKind, NoticeAudience> All => Table;

    /// <param name="Dossier">Its id.</param>
    /// <param name="Seq">The event's number in the dossier's ledger.</param>
    /// <param name="To">Who is told of it.</param>
    public sealed record Message(Guid Dossier, int Seq, NoticeAudience To);

    /// <summary>Call it right before an act is saved: every event that is about to be written gets its outbox row.</summary>
    public static void Enqueue(MotCuaDb db, Moment now)
    {
        var appended = db.ChangeTracker.Entries<DossierEvent>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        foreach (var message in appended.GroupBy(e => e.DossierId).SelectMany(MessagesOf))
        {
            db.Outbox.Add(OutboxMessage.Of(Kind, message, now));
        }
    }

    // Several events of one act are one matter to the citizen: a dossier that is received, finished and handed over at once
    // gives one notice, about its end.
    private static IEnumerable<Message> MessagesOf(IGrouping<DossierId, DossierEvent> lines)
    {
        var ordered = lines.OrderBy(l => l.Seq).ToList();
        var lastForApplicant = ordered.LastOrDefault(l => AudienceOf(l).HasFlag(NoticeAudience.Applicant))?.Seq;
        foreach (var line in ordered)
        {
            var to = line.Seq == lastForApplicant ? AudienceOf(line) : AudienceOf(line) & ~NoticeAudience.Applicant;
            if (to is not NoticeAudience.None)
            {
                yield return new Message(lines.Key.Value, line.Seq, to);
            }
        }
    }

    // The dossier that puts a wrong result right is told of with the correction itself.
    private static NoticeAudience AudienceOf(DossierEvent line) =>
        line.Kind is EventKind.Received && ((ReceivedFacts)line.ReadFacts()).CorrectionOf is not null ? NoticeAudience.None : Table.GetValueOrDefault(line.Kind);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

public readonly record struct DeliveryId(Guid Value) : ITypedId<DeliveryId>
{
    public static DeliveryId From(Guid value) => new(value);
}

/// <summary>By which way a notice reaches somebody.</summary>
public enum NoticeChannel
{
    Email,
    Sms,

    /// <summary>A chat service (Zalo and the like) behind the same gateway.</summary>
    Chat,

    /// <summary>In the program itself, for officers.</summary>
    InApp,
}

public enum DeliveryState
{
    /// <summary>To be sent, or to be tried again.</summary>
    Waiting,

    Sent,

    /// <summary>The receiving side refused it for good.</summary>
    Failed,

    /// <summary>Given up after the last attempt; a person must look.</summary>
    Stuck,

    /// <summary>Not to be sent, for a reason that is kept.</summary>
    Skipped,
}

/// <summary>Why a notice has not arrived.</summary>
public enum DeliveryReason
{
    NoEmail,
    NoPhone,
    BadEmail,
    BadPhone,

    /// <summary>A landline takes no short message.</summary>
    Landline,

    ChannelOff,
    Unreachable,
    TimedOut,

    /// <summary>The gateway asks to wait (HTTP 429).</summary>
    Busy,

    ServerFault,
    LogInRefused,
    NotEncrypted,
    SecretUnreadable,
    Redirected,
    AddressRefused,
    Refused,
}

/// <summary>
/// One notice to one address by one channel ("lượt gửi"). Its id never changes over all attempts: the gateway gets it as
/// idempotency key, an e-mail bears it as Message-Id, so that a repeated attempt can be known as such.
/// </summary>
public sealed class NoticeDelivery
{
    private const int LongestDetail = 300;

    private NoticeDelivery()
    {
    }

    public DeliveryId Id { get; private set; }

    /// <summary>What it tells of: <c>dossier:ID:SEQ</c>, <c>digest:DAY:OFFICER</c>, <c>order:ID</c>.</summary>
    public string Source { get; private set; } = "";

    public string Template { get; private set; } = "";

    public NoticeChannel Channel { get; private set; }

    /// <summary>An e-mail address, a telephone number, an officer's id; empty when none is known.</summary>
    public string Recipient { get; private set; } = "";

    /// <summary>The agency in whose name it speaks; null for the installation itself.</summary>
    public AgencyId? AgencyId { get; private set; }

    public DossierId? DossierId { get; private set; }

    public int? EventSeq { get; private set; }

    public OfficerId? OfficerId { get; private set; }

    public string Subject { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>The page that an in-app notice opens, when it is not its dossier.</summary>
    public string? Link { get; private set; }

    public DeliveryState State { get; private set; }

    public DeliveryReason? Reason { get; private set; }

    /// <summary>What the other side answered, for the administrator.</summary>
    public string? Detail { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Not before this instant; while an attempt runs, when another worker may take it over.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>When the officer read it; in-app only.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>The gateway's own number of the message.</summary>
    public string? GatewayId { get; private set; }

    internal static NoticeDelivery Of(NoticeAbout about, NoticeTo to, NoticeWords words, Moment now) => new()
    {
        Id = Ids.New<DeliveryId>(),
        Source = about.Source,
        Template = about.Template,
        Channel = to.Channel,
        Recipient = to.Address,
        AgencyId = about.AgencyId,
        DossierId = about.DossierId,
        EventSeq = about.EventSeq,
        OfficerId = to.Officer,
        Subject = words.Subject,
        Body = words.Body,
        Link = about.Link,
        State = to.NotSentBecause is not null ? DeliveryState.Skipped : to.Channel is NoticeChannel.InApp ? DeliveryState.Sent : DeliveryState.Waiting,
        Reason = to.NotSentBecause,
        DueAt = now.Instant,
        CreatedAt = now.Instant,
        SentAt = to is { NotSentBecause: null, Channel: NoticeChannel.InApp } ? now.Instant : null,
    };

    /// <summary>One attempt begins; until <paramref name="lease"/> no other worker takes it.</summary>
    internal void Begin(DateTimeOffset lease)
    {
        Attempts++;
        DueAt = lease;
    }

    internal void Record(SendOutcome outcome, Moment now, int mostAttempts)
    {
        Reason = outcome.Reason;
        Detail = outcome.Detail is { Length: > LongestDetail } long_ ? long_[..LongestDetail] : outcome.Detail;
        switch (outcome.Kind)
        {
            case SendOutcomeKind.Sent:
                (State, SentAt, GatewayId) = (DeliveryState.Sent, now.Instant, outcome.Detail);
                Detail = null;
                break;
            case SendOutcomeKind.Refused:
                State = DeliveryState.Failed;
                break;
            case SendOutcomeKind.NotSent:
                State = DeliveryState.Skipped;
                break;
            case SendOutcomeKind.TryAgain:
                var wait = Backoff.After(Attempts);
                DueAt = now.Instant + (outcome.WaitAtLeast is { } asked && asked > wait ? asked : wait);
                State = Attempts >= mostAttempts ? DeliveryState.Stuck : DeliveryState.Waiting;
                break;
        }
    }

    /// <summary>A person wants it sent after all; false when it is on its way, has arrived, or has no address.</summary>
    public bool SendAgain(Moment now)
    {
        if (State is DeliveryState.Waiting or DeliveryState.Sent || Recipient.Length == 0)
        {
            return false;
        }

        (State, Reason, Detail, Attempts, DueAt) = (DeliveryState.Waiting, null, null, 0, now.Instant);
        return true;
    }

    public void Read(Moment now) => ReadAt ??= now.Instant;
}

internal sealed class NoticeTables :
    IEntityTypeConfiguration<NoticeDelivery>, IEntityTypeConfiguration<NoticeWording>, IEntityTypeConfiguration<NoticeChoice>
{
    public void Configure(EntityTypeBuilder<NoticeDelivery> builder)
    {
        builder.ToTable("notice_deliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<NoticeWording> builder)
    {
        builder.ToTable("notice_wordings");
        builder.HasKey(w => new { w.Template, w.Channel });
    }

    public void Configure(EntityTypeBuilder<NoticeChoice> builder)
    {
        builder.ToTable("notice_choices");
        builder.HasKey(c => c.OfficerId);
    }
}

public static class NoticesDb
{
    extension(MotCuaDb db)
    {
        public DbSet<NoticeDelivery> NoticeDeliveries => db.Set<NoticeDelivery>();

        public DbSet<NoticeWording> NoticeWordings => db.Set<NoticeWording>();

        public DbSet<NoticeChoice> NoticeChoices => db.Set<NoticeChoice>();
    }
}

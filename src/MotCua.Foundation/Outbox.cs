using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MotCua.Foundation;

/// <summary>Work to be done after the transaction: a notice, a document, a sync. Taken by workers with SKIP LOCKED.</summary>
public sealed class OutboxMessage
{
    private OutboxMessage()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>What to do, for example "print-slip".</summary>
    public string Kind { get; private set; } = "";

    public string Payload { get; private set; } = "{}";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not before this instant; moved forward after a failure.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public string? LastError { get; private set; }

    /// <summary>When it was given up; it stays here until a person tries it again.</summary>
    public DateTimeOffset? StuckAt { get; private set; }

    public static OutboxMessage Of<T>(string kind, T payload, Moment now) => new()
    {
        Id = Ids.New(),
        Kind = kind,
        Payload = JsonSerializer.Serialize(payload, JsonColumn.Options),
        CreatedAt = now.Instant,
        DueAt = now.Instant,
    };

    public void Done(Moment now)
    {
        Attempts++;
        DoneAt = now.Instant;
        LastError = null;
    }

    /// <summary>Tried and failed: again after 1, 2, 4 … minutes, at most an hour later; given up after <paramref name="most"/> attempts.</summary>
    public void Failed(Moment now, string error, int most)
    {
        Attempts++;
        LastError = error.Length > LongestError ? error[..LongestError] : error;
        DueAt = now.Instant + Backoff.After(Attempts);
        StuckAt = Attempts >= most ? now.Instant : null;
    }

    /// <summary>A person wants it tried again, from the start.</summary>
    public void TryAgain(Moment now) => (Attempts, DueAt, StuckAt) = (0, now.Instant, null);

    private const int LongestError = 500;
}

/// <summary>How long work waits before it is tried again.</summary>
public static class Backoff
{
    /// <summary>1, 2, 4 … minutes after the first, second, third … failure; at most an hour.</summary>
    public static TimeSpan After(int attempts) => TimeSpan.FromMinutes(Math.Min(60, Math.Pow(2, attempts - 1)));
}

/// <summary>Who did what outside a dossier's own ledger: log-ins, administration, exports, look-ups of personal data.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Ids.New();

    public DateTimeOffset At { get; init; }

    public Guid? OfficerId { get; init; }

    /// <summary>A stable verb, for example "procedure.published".</summary>
    public required string Action { get; init; }

    /// <summary>What it was done to, in words an auditor can search: a code or a name.</summary>
    public required string Subject { get; init; }

    public string? Details { get; init; }
}

/// <summary>One value that an installation remembers, for example the demo's shift of the clock.</summary>
public sealed class Setting
{
    public required string Key { get; init; }

    public required string Value { get; set; }
}

internal sealed class FoundationTables
    : IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox");
        builder.Property(m => m.Payload).HasColumnType("jsonb");
    }

    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("audit_log");

    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.ToTable("settings");
        builder.HasKey(s => s.Key);
    }
}

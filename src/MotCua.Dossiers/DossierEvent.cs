using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Dossiers;

/// <summary>Who acted: an officer of this installation, or only the code that an imported line names.</summary>
public readonly record struct Actor(OfficerId? Officer, string? Code)
{
    /// <summary>When it was keyed, if that was later than it happened.</summary>
    public DateTimeOffset? EnteredAt { get; init; }

    /// <summary>Why it was keyed later.</summary>
    public string? LateReason { get; init; }

    /// <summary>The leader who agreed.</summary>
    public OfficerId? ConsentBy { get; init; }

    public static Actor Of(OfficerId officer) => new(officer, null);

    public static readonly Actor System;
}

/// <summary>
/// One line of a dossier's ledger ("sổ cái hồ sơ"): never changed, never deleted. It carries the hash of the line before it,
/// so that a changed, missing or inserted line is found by <c>motcua verify ledger</c>. A correction is a new line.
/// </summary>
public sealed class DossierEvent
{
    /// <summary>Microseconds, as PostgreSQL keeps them.</summary>
    private const string Stamp = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? hashed;

    private DossierEvent()
    {
    }

    public Guid Id { get; private set; }

    public DossierId DossierId { get; private set; }

    /// <summary>1 for the first event of the dossier, then without gaps.</summary>
    public int Seq { get; private set; }

    public EventKind Kind { get; private set; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When it was keyed, if that was later. It never enters a figure.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    public OfficerId? OfficerId { get; private set; }

    /// <summary>The officer's code as an imported line gave it.</summary>
    public string? ByCode { get; private set; }

    public string? Note { get; private set; }

    /// <summary>JSON text exactly as hashed.</summary>
    public string Facts { get; private set; } = "{}";

    public byte[] PreviousHash { get; private set; } = [];

    public byte[] Hash { get; private set; } = [];

    /// <summary>The hash of the imported line that it came from, by which the line is known again; no part of the chain.</summary>
    public byte[]? LineHash { get; internal set; }

    public EventFacts ReadFacts() => EventFacts.Parse(Kind, Facts);

    internal static DossierEvent Append(
        DossierId dossier, int seq, EventKind kind, EventFacts facts, Moment at, DateTimeOffset? enteredAt, Actor by, string? note, byte[] previousHash)
    {
        var line = new DossierEvent
        {
            Id = Ids.New(),
            DossierId = dossier,
            Seq = seq,
            Kind = kind,
            At = at.Instant,
            EnteredAt = enteredAt,
            OfficerId = by.Officer,
            ByCode = by.Code,
            Note = string.IsNullOrWhiteSpace(note) ? null : Vietnamese.Tidy(note),
            Facts = facts.ToJson(),
            PreviousHash = previousHash,
        };
        line.Hash = line.ComputeHash();
        return line;
    }

    /// <summary>SHA-256 over the previous hash and every member, each ended by a line feed that no member can hold unescaped.</summary>
    public byte[] ComputeHash() => ComputeHash(Seq);

    /// <summary>The hash that the line would have at another place.</summary>
    internal byte[] ComputeHash(int seq)
    {
        // The same bytes as one string of all members would give, without making it.
        var text = hashed ??= new ArrayBufferWriter<byte>(4096);
        text.ResetWrittenCount();
        text.Write(PreviousHash);
        Add(text, DossierId.Value, "");
        Add(text, seq, "");
        Add(text, Kind.Text());
        Add(text, At.UtcDateTime, Stamp);
        if (EnteredAt is { } entered)
        {
            Add(text, entered.UtcDateTime, Stamp);
        }
        else
        {
            Add(text, null);
        }

        Add(text, OfficerId?.Value.ToString());
        Add(text, ByCode);
        Add(text, Note);
        Add(text, Facts);
        return SHA256.HashData(text.WrittenSpan);
    }

    private static void Add(ArrayBufferWriter<byte> text, string? member)
    {
        Encoding.UTF8.GetBytes(member, text);
        text.Write("\n"u8);
    }

    private static void Add<T>(ArrayBufferWriter<byte> text, T member, string format)
        where T : IUtf8SpanFormattable
    {
        _ = member.TryFormat(text.GetSpan(64), out var written, format, CultureInfo.InvariantCulture);
        text.Advance(written);
        text.Write("\n"u8);
    }
}

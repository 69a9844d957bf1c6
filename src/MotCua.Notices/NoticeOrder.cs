using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>
/// A notice that no ledger line gives rise to, such as a reminder of a report: <c>db.Outbox.Add(order.At(now))</c> in the
/// transaction of what it tells of.
/// </summary>
/// <param name="Source">What it tells of; the same source reaches an address once. Begins with a word of the module, for example "report:…".</param>
/// <param name="Template">A key of <see cref="NoticeTemplates"/>.</param>
/// <param name="Values">By the names of <see cref="NoticePlaces"/>.</param>
public sealed record NoticeOrder(string Source, string Template, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The kind of the outbox messages.</summary>
    public const string Kind = "notice-order";

    public Guid? Agency { get; init; }

    /// <summary>Officers, in the program and as each has chosen.</summary>
    public IReadOnlyList<Guid> Officers { get; init; } = [];

    /// <summary>Addresses outside, already checked.</summary>
    public IReadOnlyList<Address> Addresses { get; init; } = [];

    /// <summary>The page that an in-app notice opens: a path in this program.</summary>
    public string? Link { get; init; }

    public sealed record Address(NoticeChannel Channel, string To);

    public OutboxMessage At(Moment now) => OutboxMessage.Of(Kind, this, now);
}

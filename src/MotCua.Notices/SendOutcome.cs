namespace MotCua.Notices;

/// <summary>How one attempt to send ended.</summary>
public enum SendOutcomeKind
{
    Sent,

    /// <summary>It may succeed later.</summary>
    TryAgain,

    /// <summary>The receiving side refuses it for good.</summary>
    Refused,

    /// <summary>The channel was switched off meanwhile.</summary>
    NotSent,
}

/// <summary>What came of one attempt ("kết quả một lần gửi").</summary>
/// <param name="Kind">Sent, or what to do next.</param>
/// <param name="Reason">Why not.</param>
/// <param name="Detail">What the other side answered; when sent, the gateway's own number.</param>
/// <param name="WaitAtLeast">How long the other side asks to wait.</param>
public sealed record SendOutcome(SendOutcomeKind Kind, DeliveryReason? Reason = null, string? Detail = null, TimeSpan? WaitAtLeast = null)
{
    public static SendOutcome Sent(string? gatewayId = null) => new(SendOutcomeKind.Sent, Detail: gatewayId);

    public static SendOutcome TryAgain(DeliveryReason reason, string? detail, TimeSpan? wait = null) => new(SendOutcomeKind.TryAgain, reason, detail, wait);

    public static SendOutcome Refused(DeliveryReason reason, string? detail) => new(SendOutcomeKind.Refused, reason, detail);

    public static readonly SendOutcome ChannelOff = new(SendOutcomeKind.NotSent, DeliveryReason.ChannelOff);
}

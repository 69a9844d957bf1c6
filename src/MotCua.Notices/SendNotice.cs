
namespace MotCua.Notices;

/// <summary>Takes the delivery that has waited longest, sends it, records what came of it.</summary>
public sealed class SendNotice(DeliveryQueue queue, SmtpChannel smtp, GatewayChannel gateway, ChannelSettings settings)
{
    /// <param name="Channels">A worker serves some channels, so that a dead gateway does not hold up the mail.</param>
    public sealed record Input(params IReadOnlyCollection<NoticeChannel> Channels);

    /// <returns>True when one was sent or settled; false when none was due, or when the other side cannot be reached and a rest is wise.</returns>
    public async Task<bool> RunAsync(Input input, CancellationToken ct)
    {
        if (await queue.TakeAsync(input.Channels, ct) is not { } delivery)
        {
            return false;
        }

        // From here on nothing is cancelled: a stop of the program waits for the message in hand.
        var outcome = await SendAsync(delivery);
        await queue.RecordAsync(delivery, outcome, CancellationToken.None);
        return outcome.Kind is not SendOutcomeKind.TryAgain;
    }

    private async Task<SendOutcome> SendAsync(NoticeDelivery delivery)
    {
        if (!await settings.IsOnAsync(delivery.Channel, CancellationToken.None))
        {
            return SendOutcome.ChannelOff;
        }

        return delivery.Channel is NoticeChannel.Email
            ? await smtp.SendAsync(delivery, (await settings.SmtpAsync(CancellationToken.None))!)
            : await gateway.SendAsync(delivery, (await settings.GatewayAsync(CancellationToken.None))!);
    }
}

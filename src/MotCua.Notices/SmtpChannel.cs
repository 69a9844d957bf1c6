using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>
/// E-mail. The Message-Id is the delivery's, the same in every attempt. SMTP knows no idempotency: when the connection breaks
/// after the text and before the server's answer, nobody can know whether it arrived, and the next attempt may be a second copy.
/// </summary>
public sealed class SmtpChannel(SealedSecret secrets, TimeProvider clock)
{
    public async Task<SendOutcome> SendAsync(NoticeDelivery delivery, SmtpSettings settings)
    {
        if (NoticeAddress.Email(delivery.Recipient) is not { } to)
        {
            return SendOutcome.Refused(DeliveryReason.BadEmail, null);
        }

        if (!secrets.TryOpen(settings.Password, out var password))
        {
            return SendOutcome.TryAgain(DeliveryReason.SecretUnreadable, null);
        }

        // The whole attempt has an end of its own: a server that answers a byte now and then must not hold the worker.
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var client = new SmtpClient { Timeout = settings.TimeoutSeconds * 1000, CheckCertificateRevocation = false };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, Security(settings.Security), end.Token);
            if (settings.UserName is { Length: > 0 } user)
            {
                await client.AuthenticateAsync(user, password ?? "", end.Token);
            }

            await client.SendAsync(MessageOf(delivery, settings, to), end.Token);
        }
        catch (Exception e) when (Explain(e) is { } outcome)
        {
            return outcome;
        }

        await LeaveAsync(client, end.Token);
        return SendOutcome.Sent();
    }

    /// <summary>The message as it goes out; header values are encoded by MimeKit and hold no line of their own.</summary>
    public MimeMessage MessageOf(NoticeDelivery delivery, SmtpSettings settings, string to)
    {
        var message = new MimeMessage
        {
            MessageId = $"{delivery.Id.Value:N}@{settings.From[(settings.From.LastIndexOf('@') + 1)..]}",
            Date = clock.Now().Instant,
            Subject = Vietnamese.Tidy(delivery.Subject),
            Body = new TextPart("plain") { Text = delivery.Body.ReplaceLineEndings("\r\n") },
        };
        message.From.Add(new MailboxAddress(Vietnamese.Tidy(settings.FromName ?? ""), settings.From));
        message.To.Add(new MailboxAddress("", to));

        // RFC 3834: no out-of-office answer to a machine.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }

    private static async Task LeaveAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            // The server has taken the message; how it says good-bye changes nothing.
        }
    }

    private static SecureSocketOptions Security(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };

    /// <summary>Null for a failure that is a bug here and no answer from there.</summary>
    private static SendOutcome? Explain(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } e when IsFinal(e) => SendOutcome.Refused(DeliveryReason.AddressRefused, Said(e)),
        SmtpCommandException e when IsFinal(e) => SendOutcome.Refused(DeliveryReason.Refused, Said(e)),
        SmtpCommandException e => SendOutcome.TryAgain(DeliveryReason.ServerFault, Said(e)),
        AuthenticationException e => SendOutcome.TryAgain(DeliveryReason.LogInRefused, e.Message),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => SendOutcome.TryAgain(DeliveryReason.NotEncrypted, failure.GetType().Name),
        NotSupportedException e => SendOutcome.TryAgain(DeliveryReason.NotEncrypted, e.Message),
        OperationCanceledException or TimeoutException => SendOutcome.TryAgain(DeliveryReason.TimedOut, null),
        SocketException e => SendOutcome.TryAgain(DeliveryReason.Unreachable, e.SocketErrorCode.ToString()),
        SmtpProtocolException or ServiceNotConnectedException or IOException => SendOutcome.TryAgain(DeliveryReason.Unreachable, failure.Message),
        _ => null,
    };

    // RFC 5321: 5yz is for good. 530 to 535 and 538 speak of the log-in and not of the message.
    private static bool IsFinal(SmtpCommandException e) => (int)e.StatusCode is >= 500 and < 600 and not (530 or 534 or 535 or 538);

    private static string Said(SmtpCommandException e) => $"SMTP {(int)e.StatusCode} {Vietnamese.Tidy(e.Message)}";
}

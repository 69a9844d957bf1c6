using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>
/// SMS and chat through one HTTP gateway: <c>POST url</c> with JSON {id, channel, to, text}. The id, also in Idempotency-Key, is
/// the same in every attempt; a gateway that has it already answers 409, which is as good as sent.
/// </summary>
public sealed class GatewayChannel(IHttpClientFactory clients, SealedSecret secrets, TimeProvider clock)
{
    /// <summary>The name of the HTTP client: no redirects, no proxy, no cookies, a short answer.</summary>
    public const string ClientName = "notice-gateway";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    public async Task<SendOutcome> SendAsync(NoticeDelivery delivery, GatewaySettings settings)
    {
        if (!secrets.TryOpen(settings.Token, out var token))
        {
            return SendOutcome.TryAgain(DeliveryReason.SecretUnreadable, null);
        }

        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = JsonContent.Create(
                new { id = delivery.Id.Value, channel = delivery.Channel.Text(), to = delivery.Recipient, text = delivery.Body }, options: JsonColumn.Options),
        };
        request.Headers.Add("Idempotency-Key", delivery.Id.Value.ToString());
        if (!string.IsNullOrEmpty(token))
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);
            return await ReadAsync(answer, end.Token);
        }
        catch (OperationCanceledException)
        {
            return SendOutcome.TryAgain(DeliveryReason.TimedOut, null);
        }
        catch (HttpRequestException e)
        {
            var reason = e.InnerException is System.Security.Authentication.AuthenticationException ? DeliveryReason.NotEncrypted : DeliveryReason.Unreachable;
            return SendOutcome.TryAgain(reason, e.InnerException is SocketException socket ? socket.SocketErrorCode.ToString() : e.HttpRequestError.ToString());
        }
    }

    private async Task<SendOutcome> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var said = $"HTTP {(int)answer.StatusCode}";
        return answer.StatusCode switch
        {
            >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => SendOutcome.Sent(IdIn(await TextOfAsync(answer, ct))),
            HttpStatusCode.Conflict => SendOutcome.Sent(IdIn(await TextOfAsync(answer, ct))),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendOutcome.TryAgain(DeliveryReason.LogInRefused, said),
            HttpStatusCode.TooManyRequests => SendOutcome.TryAgain(DeliveryReason.Busy, said, WaitOf(answer)),
            HttpStatusCode.RequestTimeout => SendOutcome.TryAgain(DeliveryReason.TimedOut, said, WaitOf(answer)),
            >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => SendOutcome.TryAgain(DeliveryReason.Redirected, said),
            < HttpStatusCode.InternalServerError => SendOutcome.Refused(DeliveryReason.Refused, $"{said} {Short(await TextOfAsync(answer, ct))}".TrimEnd()),
            _ => SendOutcome.TryAgain(DeliveryReason.ServerFault, said, WaitOf(answer)),
        };
    }

    /// <summary>Retry-After in seconds or as a date, a day at most.</summary>
    private TimeSpan? WaitOf(HttpResponseMessage answer)
    {
        var wait = answer.Headers.RetryAfter?.Delta ?? (answer.Headers.RetryAfter?.Date - clock.GetUtcNow());
        return wait is { } asked && asked > TimeSpan.Zero ? (asked < LongestWait ? asked : LongestWait) : null;
    }

    private static string? IdIn(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return json.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("id", out var id) ? Short(id.ToString()) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The beginning of the answer. What was decided by its status stands even when the rest does not come.</summary>
    private static async Task<string> TextOfAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        try
        {
            var bytes = new byte[8192];
            await using var stream = await answer.Content.ReadAsStreamAsync(ct);
            var read = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, ct);
            return Encoding.UTF8.GetString(bytes, 0, read);
        }
        catch (Exception e) when (e is OperationCanceledException or HttpRequestException or IOException)
        {
            return "";
        }
    }

    private static string Short(string text)
    {
        var tidy = Vietnamese.Tidy(string.Concat(text.Where(c => !char.IsControl(c))));
        return tidy.Length > 200 ? tidy[..200] : tidy;
    }
}

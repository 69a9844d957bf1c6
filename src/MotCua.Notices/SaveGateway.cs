using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>The gateway for SMS and chat is set up, changed or (with an empty address) switched off.</summary>
public sealed class SaveGateway(MotCuaDb db, ChannelSettings settings, SealedSecret secrets, TimeProvider clock)
{
    /// <param name="Settings">The token in clear; empty keeps the known one as long as the gateway's host stays.</param>
    public sealed record Input(GatewaySettings? Settings);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        if (input.Settings is not { } given)
        {
            await settings.SetAsync(ChannelSettings.GatewayKey, null, ct);
            await db.NoteAsync("notices.gateway-off", "", by, clock.Now(), ct);
            return Result.Ok();
        }

        if (!Uri.TryCreate(given.Url.Trim(), UriKind.Absolute, out var url) || !IsSafe(url))
        {
            return NoticeErrors.BadGateway();
        }

        if (given is { Sms: false, Chat: false })
        {
            return NoticeErrors.NoGatewayChannel();
        }

        if (given.TimeoutSeconds is < 1 or > 60)
        {
            return NoticeErrors.BadTimeout();
        }

        // A kept token must not be sent to another host than the one it was given for.
        var known = await settings.GatewayAsync(ct);
        var keeps = string.IsNullOrEmpty(given.Token) && known is not null && new Uri(known.Url).Authority == url.Authority;
        var token = keeps ? known!.Token : secrets.Seal(given.Token);
        await settings.SetAsync(ChannelSettings.GatewayKey, ChannelSettings.Write(given with { Url = url.ToString(), Token = token }), ct);
        await db.NoteAsync("notices.gateway-saved", url.Authority, by, clock.Now(), ct);
        return Result.Ok();
    }

    private static bool IsSafe(Uri url) =>
        url.UserInfo.Length == 0 && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}

using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>The mail server is set up, changed or (with an empty host) switched off.</summary>
public sealed class SaveSmtp(MotCuaDb db, ChannelSettings settings, SealedSecret secrets, TimeProvider clock)
{
    /// <param name="Settings">The password in clear; empty keeps the known one as long as server and user name stay.</param>
    public sealed record Input(SmtpSettings? Settings);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        if (input.Settings is null)
        {
            await settings.SetAsync(ChannelSettings.SmtpKey, null, ct);
            await db.NoteAsync("notices.smtp-off", "", by, clock.Now(), ct);
            return Result.Ok();
        }

        var given = input.Settings with { Host = input.Settings.Host.Trim(), From = input.Settings.From.Trim(), UserName = Blank(input.Settings.UserName), FromName = Blank(input.Settings.FromName) };
        if (Check(given) is { } error)
        {
            return error;
        }

        // A kept password must not be sent to another server than the one it was given for.
        var known = await settings.SmtpAsync(ct);
        var keeps = string.IsNullOrEmpty(given.Password) && given.UserName is not null && known is not null && known.Host == given.Host && known.UserName == given.UserName;
        var password = given.UserName is null ? null : keeps ? known!.Password : secrets.Seal(given.Password);
        await settings.SetAsync(ChannelSettings.SmtpKey, ChannelSettings.Write(given with { Password = password }), ct);
        await db.NoteAsync("notices.smtp-saved", $"{given.Host}:{given.Port}", by, clock.Now(), ct);
        return Result.Ok();
    }

    private static Error? Check(SmtpSettings given) =>
        given.Host.Length is 0 or > 253 || Uri.CheckHostName(given.Host) is UriHostNameType.Unknown ? NoticeErrors.HostMissing()
        : given.Port is < 1 or > 65535 ? NoticeErrors.BadPort()
        : NoticeAddress.Email(given.From) is null ? NoticeErrors.BadSender()
        : given.TimeoutSeconds is < 1 or > 60 ? NoticeErrors.BadTimeout()
        : given.Security is SmtpSecurity.None && given.UserName is not null ? NoticeErrors.PasswordInClear()
        : null;

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : Vietnamese.Tidy(text);
}

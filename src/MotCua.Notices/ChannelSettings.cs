using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>How the connection to the mail server is protected.</summary>
public enum SmtpSecurity
{
    None,

    /// <summary>Must be encrypted by STARTTLS; never goes on in clear.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte (usually port 465).</summary>
    Tls,
}

/// <summary>The mail server ("máy chủ thư"). The password is sealed; only the sender opens it.</summary>
public sealed record SmtpSettings(string Host, int Port, SmtpSecurity Security, string From)
{
    public string? FromName { get; init; }

    public string? UserName { get; init; }

    public string? Password { get; init; }

    public int TimeoutSeconds { get; init; } = 20;
}

/// <summary>The gateway for SMS and chat ("cổng tin nhắn"). The token is sealed.</summary>
public sealed record GatewaySettings(string Url)
{
    public string? Token { get; init; }

    public bool Sms { get; init; }

    public bool Chat { get; init; }

    public int TimeoutSeconds { get; init; } = 20;
}

/// <summary>The channels of this installation, as the settings table keeps them; read once a scope.</summary>
public sealed class ChannelSettings(MotCuaDb db)
{
    public const string SmtpKey = "notices.smtp";

    public const string GatewayKey = "notices.gateway";

    public const string AttemptsKey = "notices.attempts";

    /// <summary>With back-off about two hours.</summary>
    public const int DefaultAttempts = 8;

    private Dictionary<string, string>? values;

    /// <summary>Null when e-mail is not set up.</summary>
    public async Task<SmtpSettings?> SmtpAsync(CancellationToken ct) => Read<SmtpSettings>((await ValuesAsync(ct)).GetValueOrDefault(SmtpKey));

    public async Task<GatewaySettings?> GatewayAsync(CancellationToken ct) => Read<GatewaySettings>((await ValuesAsync(ct)).GetValueOrDefault(GatewayKey));

    /// <summary>After so many attempts a delivery is given up.</summary>
    public async Task<int> MostAttemptsAsync(CancellationToken ct) =>
        int.TryParse((await ValuesAsync(ct)).GetValueOrDefault(AttemptsKey), out var most) ? most : DefaultAttempts;

    /// <summary>Is this channel set up?</summary>
    public async Task<bool> IsOnAsync(NoticeChannel channel, CancellationToken ct) => channel switch
    {
        NoticeChannel.Email => await SmtpAsync(ct) is not null,
        NoticeChannel.Sms => await GatewayAsync(ct) is { Sms: true },
        NoticeChannel.Chat => await GatewayAsync(ct) is { Chat: true },
        _ => true,
    };

    /// <summary>Writes one setting in the caller's unit of work; null takes it out.</summary>
    internal async Task SetAsync(string key, string? value, CancellationToken ct)
    {
        var known = await db.Settings.SingleOrDefaultAsync(s => s.Key == key, ct);
        if (value is null)
        {
            db.Settings.RemoveRange(known is null ? [] : [known]);
        }
        else if (known is null)
        {
            db.Settings.Add(new Setting { Key = key, Value = value });
        }
        else
        {
            known.Value = value;
        }

        values = null;
    }

    internal static string Write<T>(T value) => JsonSerializer.Serialize(value, JsonColumn.Options);

    private static T? Read<T>(string? json)
        where T : class => json is null ? null : JsonSerializer.Deserialize<T>(json, JsonColumn.Options);

    private async Task<Dictionary<string, string>> ValuesAsync(CancellationToken ct)
    {
        string[] keys = [SmtpKey, GatewayKey, AttemptsKey];
        return values ??= await db.Settings.AsNoTracking().Where(s => keys.Contains(s.Key)).ToDictionaryAsync(s => s.Key, s => s.Value, ct);
    }
}

/// <summary>Passwords and tokens in the settings table, sealed with the keys of MOTCUA_HOME/keys.</summary>
public sealed class SealedSecret(IDataProtectionProvider protection)
{
    private IDataProtector Protector => protection.CreateProtector("MotCua.Notices.Secret");

    public string? Seal(string? secret) => string.IsNullOrEmpty(secret) ? null : Protector.Protect(secret);

    /// <returns>False when it was sealed with keys that this installation no longer has.</returns>
    public bool TryOpen(string? sealedText, out string? secret)
    {
        secret = null;
        if (sealedText is null)
        {
            return true;
        }

        try
        {
            secret = Protector.Unprotect(sealedText);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>What an officer logs in with ("tài khoản"): one an officer. ASP.NET Core Identity works on it through <see cref="AccountStore"/>.</summary>
public sealed class Account
{
    private Account()
    {
    }

    public AccountId Id { get; private set; }

    public OfficerId OfficerId { get; private set; }

    public string UserName { get; internal set; } = "";

    public string NormalizedUserName { get; internal set; } = "";

    public string? PasswordHash { get; internal set; }

    /// <summary>Changes with every secret; sessions that carry an older one end.</summary>
    public string SecurityStamp { get; internal set; } = "";

    public string Revision { get; internal set; } = "";

    public bool MustChangePassword { get; internal set; }

    /// <summary>Closed by an administrator; unlike a lockout it does not end by itself.</summary>
    public bool Blocked { get; private set; }

    public bool TwoFactorEnabled { get; internal set; }

    public bool LockoutEnabled { get; internal set; } = true;

    public DateTimeOffset? LockoutEnd { get; internal set; }

    public int AccessFailedCount { get; internal set; }

    /// <summary>Place of the tile on a demo's log-in page; null outside demos.</summary>
    public int? DemoOrder { get; private set; }

    public string? DemoRole { get; private set; }

    public string? DemoDoes { get; private set; }

    public static Account For(OfficerId officer, string userName) => new()
    {
        Id = Ids.New<AccountId>(),
        OfficerId = officer,
        UserName = userName,
        NormalizedUserName = userName.ToUpperInvariant(),
        SecurityStamp = NewStamp(),
        Revision = NewStamp(),
    };

    public void ShowInDemo(int order, string role, string does) => (DemoOrder, DemoRole, DemoDoes) = (order, role, does);

    public void Block()
    {
        Blocked = true;
        EndSessions();
    }

    public void Unblock()
    {
        Blocked = false;
        LockoutEnd = null;
        AccessFailedCount = 0;
        Revision = NewStamp();
    }

    /// <summary>A password that an administrator gave: good for one log-in.</summary>
    public void GiveOneTimePassword(string hash)
    {
        PasswordHash = hash;
        MustChangePassword = true;
        LockoutEnd = null;
        AccessFailedCount = 0;
        EndSessions();
    }

    /// <summary>The officer chose a password that nobody else knows.</summary>
    public void PasswordChosen() => MustChangePassword = false;

    public void EndSessions()
    {
        SecurityStamp = NewStamp();
        Revision = NewStamp();
    }

    internal static string NewStamp() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}

/// <summary>Authenticator key (encrypted) or recovery codes (hashed).</summary>
internal sealed class AccountSecret
{
    public AccountId AccountId { get; init; }

    public required string Name { get; init; }

    public required string Value { get; set; }
}

internal sealed class AccountPasskey
{
    public required byte[] CredentialId { get; init; }

    public AccountId AccountId { get; init; }

    public required PasskeyData Data { get; set; }
}

/// <summary>What Identity keeps of a passkey.</summary>
internal sealed record PasskeyData(
    byte[] PublicKey,
    DateTimeOffset CreatedAt,
    uint SignCount,
    string[]? Transports,
    bool IsUserVerified,
    bool IsBackupEligible,
    bool IsBackedUp,
    byte[] AttestationObject,
    byte[] ClientDataJson,
    string? Name);

public enum LoginOutcome
{
    Succeeded,
    WrongPassword,
    WrongCode,
    LockedOut,
    Blocked,
    NotWorking,
    Throttled,
    LoggedOut,
}

/// <summary>One line of the log of log-ins ("nhật ký đăng nhập").</summary>
public sealed class LoginRecord
{
    public Guid Id { get; init; } = Ids.New();

    public DateTimeOffset At { get; init; }

    public AccountId? AccountId { get; init; }

    public required string NameTried { get; init; }

    public LoginOutcome Outcome { get; init; }

    public required string Ip { get; init; }

    public required string Agent { get; init; }
}

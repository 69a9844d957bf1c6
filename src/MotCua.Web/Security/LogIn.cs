using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Shell;

namespace MotCua.Web.Security;

/// <summary>Every way into the system: each attempt leaves a line in the log of log-ins, each failure reads the same.</summary>
public sealed class LogIn(
    MotCuaDb db,
    UserManager<Account> users,
    SignInManager<Account> signIn,
    IPasswordHasher<Account> hasher,
    IHttpContextAccessor http,
    TimeProvider clock,
    DemoMode demo)
{
    /// <summary>Failures of one address in ten minutes; an office behind one address stays well below.</summary>
    public const int MostFailures = 30;

    public sealed record Step(AccountId Account, bool NeedsCode);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private static string? decoyHash;

    public static Error Failed { get; } = new(
        "login.failed", "Tên đăng nhập hoặc mật khẩu chưa đúng. Sau 5 lần sai liên tiếp, tài khoản phải nghỉ 15 phút; nếu quên mật khẩu, nhờ quản trị cấp lại.");

    public static Error WrongCode { get; } = new(
        "login.wrong-code", "Mã chưa đúng hoặc đã hết hạn. Chờ mã mới trên điện thoại rồi gõ lại, hoặc dùng một mã dự phòng.");

    public static Error Throttled { get; } = new(
        "login.throttled", "Có quá nhiều lần đăng nhập sai từ máy này. Chờ 10 phút rồi thử lại, hoặc báo quản trị.");

    public static Error PasskeyFailed { get; } = new(
        "login.passkey-failed", "Chưa đăng nhập được bằng khóa truy cập. Thử lại, hoặc dùng mật khẩu.");

    public async Task<Result<Step>> WithPasswordAsync(string userName, string password, CancellationToken ct)
    {
        var name = userName.Trim();
        if (await IsThrottledAsync(ct))
        {
            await NoteAsync(null, name, LoginOutcome.Throttled, ct);
            return Throttled;
        }

        var account = await users.FindByNameAsync(name);
        if (account is null)
        {
            // The same work as for a known name, so that time tells nothing.
            decoyHash ??= hasher.HashPassword(null!, GiveOneTimePassword.NewPassword());
            hasher.VerifyHashedPassword(null!, decoyHash, password);
            await NoteAsync(null, name, LoginOutcome.WrongPassword, ct);
            return Failed;
        }

        var result = account.PasswordHash is null
            ? SignInResult.Failed
            : await signIn.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return await EndAsync(account, name, result, LoginOutcome.WrongPassword, Failed, ct);
    }

    /// <summary>The second step: six digits of the authenticator, or a recovery code.</summary>
    public async Task<Result<Step>> WithCodeAsync(string code, CancellationToken ct)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
        {
            return Failed;
        }

        if (await IsThrottledAsync(ct))
        {
            await NoteAsync(account.Id, account.UserName, LoginOutcome.Throttled, ct);
            return Throttled;
        }

        var typed = string.Concat(code.Where(c => !char.IsWhiteSpace(c)));
        var result = typed.Length == 6 && typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed.ToUpperInvariant());
        return await EndAsync(account, account.UserName, result, LoginOutcome.WrongCode, WrongCode, ct);
    }

    public async Task<Result<Step>> WithPasskeyAsync(string credentialJson, CancellationToken ct)
    {
        if (await IsThrottledAsync(ct))
        {
            await NoteAsync(null, "passkey", LoginOutcome.Throttled, ct);
            return Throttled;
        }

        PasskeyAssertionResult<Account> assertion;
        try
        {
            assertion = await signIn.PerformPasskeyAssertionAsync(credentialJson);
        }
        catch (InvalidOperationException)
        {
            // No challenge was given to this browser, or it is too old.
            return PasskeyFailed;
        }

        if (!assertion.Succeeded)
        {
            await NoteAsync(null, "passkey", LoginOutcome.WrongCode, ct);
            return PasskeyFailed;
        }

        var account = assertion.User;
        await users.AddOrUpdatePasskeyAsync(account, assertion.Passkey);
        if (await users.IsLockedOutAsync(account) || !await signIn.CanSignInAsync(account))
        {
            await NoteAsync(account.Id, account.UserName, account.Blocked ? LoginOutcome.Blocked : LoginOutcome.NotWorking, ct);
            return PasskeyFailed;
        }

        await signIn.SignInAsync(account, isPersistent: false, "passkey");
        await NoteAsync(account.Id, account.UserName, LoginOutcome.Succeeded, ct);
        return new Step(account.Id, NeedsCode: false);
    }

    /// <summary>A tile of the demo's log-in page. A real installation refuses, whatever is posted.</summary>
    public async Task<Result<Step>> AsDemoAsync(string userName, CancellationToken ct)
    {
        var account = demo.On ? await users.FindByNameAsync(userName) : null;
        if (account?.DemoOrder is null || !await signIn.CanSignInAsync(account))
        {
            await NoteAsync(null, userName, LoginOutcome.WrongPassword, ct);
            return Failed;
        }

        await signIn.SignInAsync(account, isPersistent: false);
        await NoteAsync(account.Id, account.UserName, LoginOutcome.Succeeded, ct);
        return new Step(account.Id, NeedsCode: false);
    }

    public Task NoteLogOutAsync(CurrentOfficer officer, string name, CancellationToken ct) =>
        NoteAsync(officer.AccountId, name, LoginOutcome.LoggedOut, ct);

    private async Task<Result<Step>> EndAsync(Account account, string name, SignInResult result, LoginOutcome wrong, Error failed, CancellationToken ct)
    {
        if (result.RequiresTwoFactor)
        {
            return new Step(account.Id, NeedsCode: true);
        }

        var outcome = result switch
        {
            { Succeeded: true } => LoginOutcome.Succeeded,
            { IsLockedOut: true } => LoginOutcome.LockedOut,
            { IsNotAllowed: true } when account.Blocked => LoginOutcome.Blocked,
            { IsNotAllowed: true } => LoginOutcome.NotWorking,
            _ => wrong,
        };
        await NoteAsync(account.Id, name, outcome, ct);
        return result.Succeeded ? new Step(account.Id, NeedsCode: false) : failed;
    }

    private async Task<bool> IsThrottledAsync(CancellationToken ct)
    {
        var since = clock.Now().Instant - Window;
        var ip = Ip();
        return await db.Logins.CountAsync(l => l.Ip == ip && l.At > since && l.Outcome != LoginOutcome.Succeeded
            && l.Outcome != LoginOutcome.LoggedOut && l.Outcome != LoginOutcome.Throttled, ct) >= MostFailures;
    }

    private async Task NoteAsync(AccountId? account, string name, LoginOutcome outcome, CancellationToken ct)
    {
        db.Logins.Add(new LoginRecord
        {
            At = clock.Now().Instant,
            AccountId = account,
            NameTried = Cut(new string([.. name.Where(c => !char.IsControl(c))]), 60),
            Outcome = outcome,
            Ip = Ip(),
            Agent = Cut(http.HttpContext!.Request.Headers.UserAgent.ToString(), 200),
        });
        await db.SaveChangesAsync(ct);
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    private string Ip() => http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "";
}

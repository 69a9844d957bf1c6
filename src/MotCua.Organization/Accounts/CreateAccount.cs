using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>An officer gets an account. A password given here is for one log-in; without one only a demo's tile opens it.</summary>
public sealed partial class CreateAccount(MotCuaDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    /// <param name="OfficerId">One account an officer.</param>
    /// <param name="UserName">3 to 40 small letters without marks, digits, dots, hyphens.</param>
    /// <param name="Password">Null for a demo account.</param>
    public sealed record Input(OfficerId OfficerId, string UserName, string? Password = null)
    {
        /// <summary>False only where nobody else has seen the password.</summary>
        public bool MustChangePassword { get; init; } = true;

        /// <summary>The tile on the log-in page of a demo: written by scenes only.</summary>
        public DemoTile? Tile { get; init; }
    }

    public sealed record DemoTile(int Order, string Role, string Does);

    public async Task<Result<AccountId>> RunAsync(Input input, OfficerId? by, CancellationToken ct)
    {
        var name = input.UserName.Trim().ToLowerInvariant();
        if (!UserNamePattern().IsMatch(name))
        {
            return new Error("account.bad-name", "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, số, dấu chấm, gạch ngang.").At("UserName");
        }

        if (await db.Accounts.AnyAsync(a => a.OfficerId == input.OfficerId, ct))
        {
            return new Error("account.exists", "Cán bộ này đã có tài khoản. Cấp lại mật khẩu nếu cần.").At("UserName");
        }

        var account = Account.For(input.OfficerId, name);
        if (input.Password is not null)
        {
            var good = PasswordRules.Check(input.Password, name);
            if (!good.Succeeded)
            {
                return good.Error!.At("Password");
            }

            account.GiveOneTimePassword(hasher.HashPassword(account, input.Password));
            account.MustChangePassword = input.MustChangePassword;
        }

        if (input.Tile is { } tile)
        {
            account.ShowInDemo(tile.Order, tile.Role, tile.Does);
        }

        db.Accounts.Add(account);
        db.Note("account.created", name, by, clock.Now());
        var saved = await db.SaveAsync(new Error("account.name-taken", "Tên đăng nhập “{0}” đã có người dùng. Chọn tên khác.", name).At("UserName"), ct);
        return saved.Succeeded ? account.Id : saved.Error!;
    }

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]{2,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UserNamePattern();
}

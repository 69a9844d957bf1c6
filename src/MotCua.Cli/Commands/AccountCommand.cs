using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Cli.Commands;

/// <summary>motcua account first-administrator: the way into a new installation, and back into one whose administrators are gone.</summary>
internal static class AccountCommand
{
    public static Command Create(CliContext context) => new("account", "Tài khoản: lập quản trị đầu tiên") { FirstAdministrator(context) };

    private static Command FirstAdministrator(CliContext context)
    {
        var agency = new Option<string>("--agency") { Description = "Mã cơ quan mà người này quản trị", Required = true };
        var name = new Option<string>("--name") { Description = "Họ, chữ đệm, tên", Required = true };
        var user = new Option<string>("--user") { Description = "Tên đăng nhập", Required = true };
        var command = new Command("first-administrator", "Lập một cán bộ có vai Quản trị, in mật khẩu dùng một lần") { agency, name, user };
        command.SetAction((parsed, ct) => context.WithDatabaseAsync(
            (services, stop) => CreateAsync(context, services, parsed.GetRequiredValue(agency), parsed.GetRequiredValue(name), parsed.GetRequiredValue(user), stop),
            ct));
        return command;
    }

    private static async Task<int> CreateAsync(CliContext context, IServiceProvider services, string agencyCode, string name, string user, CancellationToken ct)
    {
        var db = services.GetRequiredService<MotCuaDb>();
        var tree = await services.GetRequiredService<AgencyTrees>().CurrentAsync(db, ct);
        if (tree.ByCode(agencyCode) is not { } agency)
        {
            return await FailAsync(context, OrganizationErrors.AgencyNotFound(agencyCode));
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var today = context.Clock.Now().Day;
        var code = $"QT-{await db.Officers.CountAsync(ct) + 1}";
        var officer = await services.GetRequiredService<CreateOfficer>().RunAsync(
            new(code, new OfficerFacts(name, "Quản trị hệ thống", agency.Id, null, today)), null, ct);
        if (!officer.Succeeded)
        {
            return await FailAsync(context, officer.Error!);
        }

        var role = await services.GetRequiredService<AssignRole>().RunAsync(new(officer.Value, OfficeRole.Administrator, agency.Id, today), null, ct);
        var password = GiveOneTimePassword.NewPassword();
        var account = await services.GetRequiredService<CreateAccount>().RunAsync(new(officer.Value, user, password), null, ct);
        if ((role.Error ?? account.Error) is { } error)
        {
            return await FailAsync(context, error);
        }

        await transaction.CommitAsync(ct);
        await context.Output.WriteLineAsync($"Tên đăng nhập: {user}\nMật khẩu dùng một lần: {password}\nĐăng nhập rồi đặt mật khẩu mới.");
        return 0;
    }

    private static async Task<int> FailAsync(CliContext context, Error error)
    {
        await context.Errors.WriteLineAsync(error.Message);
        return 1;
    }
}

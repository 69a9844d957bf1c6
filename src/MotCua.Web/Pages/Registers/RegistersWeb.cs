using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Pages.Reports;
using MotCua.Web.Pages.Reports.Submissions;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Registers;

/// <summary>One line in the history of a register's record, as its page shows it.</summary>
public sealed record ChangeLine(DateTimeOffset At, string Who, string Act, string? Words);

/// <summary>Pages of the registers and of the forms made from them.</summary>
public static class RegistersWeb
{
    private static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["recorded"] = Text.Key("Ghi vào sổ"),
        ["corrected"] = Text.Key("Sửa nội dung"),
        ["given"] = Text.Key("Giao cho"),
        ["started"] = Text.Key("Bắt đầu thực hiện"),
        ["submitted"] = Text.Key("Gửi kết quả, chờ xác nhận"),
        ["confirmed"] = Text.Key("Cơ quan giao đã xác nhận"),
        ["attached"] = Text.Key("Thêm tệp"),
        ["finished"] = Text.Key("Hoàn thành"),
    };

    public static IServiceCollection AddRegisterPages(this IServiceCollection services)
    {
        services.AddScoped<FormTools>();
        services.AddScoped<SubmissionTools>();
        services.AddScoped<CalendarQuery>();
        services.AddScoped<DirectiveList>();
        services.AddSingleton(new MenuCount("directives", (s, ct) => s.GetRequiredService<DirectiveList>().OpenCountAsync(ct)));
        return services;
    }

    public static string ActWords(string act) => Acts.GetValueOrDefault(act, act);

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<ChangeLine>> HistoryAsync(this MotCuaDb db, Guid record, Text t, CancellationToken ct)
    {
        const string Sql =
            """
            select c.at, o.name, c.act, c.words from register_changes c left join officers o on o.id = c.officer_id
            where c.record_id = @record order by c.at desc, c.id desc limit 200
            """;
        var rows = await db.Database.GetDbConnection().QueryAsync<(DateTimeOffset At, string? Name, string Act, string? Words)>(
            new CommandDefinition(Sql, new { record }, cancellationToken: ct));
        return [.. rows.Select(r => new ChangeLine(r.At, r.Name ?? t["Nạp từ tệp"], ActWords(r.Act), r.Words))];
    }

    /// <summary>Officers of an agency in office on a day, by name.</summary>
    public static async Task<IReadOnlyList<Officer>> ColleaguesAsync(this MotCuaDb db, AgencyId agency, DateOnly day, CancellationToken ct) =>
        await db.Officers.AsNoTracking().Where(o => o.AgencyId == agency && o.ValidFrom <= day && (o.ValidTo == null || o.ValidTo >= day)).OrderBy(o => o.Name).Take(300).ToListAsync(ct);
}

using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>One procedure whose limit was read from the law, because the portal gives no unit. Null: as imported.</summary>
public sealed record CuratedLimit(string Code, TimeLimit? Limit, TimeLimit? Verification, bool Immediate, long? FeeDong, string? FeeText, string Source);

/// <summary>
/// The demo's usable limits and internal processes, as published versions on top of the import. A real office publishes
/// its own; these say so in their decision number.
/// </summary>
public sealed class CuratedLimits(MotCuaDb db, TimeProvider clock)
{
    public const string DecisionNo = "Quyết định mẫu của bản dùng thử";

    private static readonly string[] Columns = ["code", "limit", "verification", "immediate", "fee_vnd", "fee_text", "source"];

    public static IReadOnlyList<CuratedLimit> Rows { get; } = Read();

    /// <summary>Publishes a version from <paramref name="from"/> for every procedure of the list that has been imported.</summary>
    /// <returns>How many were published; 0 on the second call.</returns>
    public async Task<int> ApplyAsync(DateOnly from, CancellationToken ct)
    {
        var codes = Rows.Select(r => r.Code).ToList();
        var procedures = await db.Procedures.Where(p => codes.Contains(p.Code)).ToDictionaryAsync(p => p.Code, StringComparer.Ordinal, ct);
        var now = clock.Now();
        var published = 0;
        foreach (var row in Rows)
        {
            if (procedures.GetValueOrDefault(row.Code) is { Versions.Count: 1 } procedure)
            {
                procedure.StartDraft(Text(procedure.Versions[0].Text, row), VersionOrigin.Curated, now);
                published += procedure.Publish(from, DecisionNo, now).Succeeded ? 1 : 0;
            }
        }

        await db.SaveChangesAsync(ct);
        return published;
    }

    /// <summary>Receive, appraise, sign, register: the four steps of a commune, in shares of the limit.</summary>
    public static IReadOnlyList<InternalStep> DefaultSteps(TimeLimit? limit, bool immediate)
    {
        if (immediate)
        {
            return
            [
                new("Tiếp nhận, đối chiếu bản chính", OfficeRole.Receptionist, 0.5m) { Result = "Hồ sơ đủ" },
                new("Ký", OfficeRole.Signer, 0.5m) { Result = "Kết quả đã ký" },
                new("Đóng dấu, trả ngay", OfficeRole.Clerk, 0.5m) { Result = "Đã trả" },
            ];
        }

        // A run of calendar days holds five working days in seven.
        var days = limit switch
        {
            { Unit: LimitUnit.WorkingDays, Count: var n } => n,
            { Unit: LimitUnit.Days, Count: var n } => Math.Max(1m, Math.Floor(n * 5m / 7m)),
            { Unit: LimitUnit.SameDay } => 1m,
            _ => 0m,
        };
        if (days == 0)
        {
            return [];
        }

        var (receive, sign, register) = days < 2 ? (0.2m, 0.2m, 0.2m) : (0.25m, 0.5m, 0.5m);
        return
        [
            new("Tiếp nhận, quét, chuyển", OfficeRole.Receptionist, receive * StepPlan.HoursADay) { Result = "Giấy tiếp nhận và hẹn trả" },
            new("Thẩm định, xác minh trong xã", OfficeRole.Specialist, (days - receive - sign - register) * StepPlan.HoursADay) { Result = "Dự thảo kết quả" },
            new("Ký", OfficeRole.Signer, sign * StepPlan.HoursADay) { Result = "Kết quả đã ký" },
            new("Vào sổ, đóng dấu, trả", OfficeRole.Clerk, register * StepPlan.HoursADay) { Result = "Kết quả đã phát hành" },
        ];
    }

    private static VersionText Text(VersionText imported, CuratedLimit row)
    {
        var content = imported.Content;
        var limit = row.Limit ?? imported.Limit;

        return imported with
        {
            Limit = limit,
            Content = content with
            {
                VerificationLimit = row.Verification,
                Immediate = row.Immediate,
                Channels = row.Limit is null ? content.Channels : [.. content.Channels.Select(c => c with { Limit = null })],
                Fees = row.FeeDong is null && row.FeeText is null ? content.Fees : [new ChannelFee(null, row.FeeDong) { Text = row.FeeText ?? row.Source }],
                Steps = DefaultSteps(limit, row.Immediate),
                Source = row.Source,
            },
        };
    }

    private static List<CuratedLimit> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("curated-limits.csv")!;
        var problems = new ImportProblems("curated-limits.csv");
        return
        [
            .. CsvFile.Read(stream, Columns, [], problems).Select(r => new CuratedLimit(
                r["code"],
                TimeLimit.TryParse(r["limit"], out var limit) ? limit : null,
                TimeLimit.TryParse(r["verification"], out var longer) ? longer : null,
                r["immediate"] == "yes",
                long.TryParse(r["fee_vnd"], out var dong) ? dong : null,
                r["fee_text"].Length == 0 ? null : r["fee_text"],
                r["source"])),
        ];
    }
}

using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;

namespace MotCua.Scenes;

/// <summary>The demo ward's registers: nine tasks from the province, two of them done and not yet confirmed, and the year's reform plan.</summary>
internal static class WardRegisters
{
    private static readonly (string Content, int Assigned, int Due, int? Started, int? Submitted, int? Confirmed)[] Tasks =
    [
        ("Rà soát, công khai thủ tục hành chính mới công bố", -70, -40, -66, -45, -41),
        ("Báo cáo kết quả số hóa hồ sơ, giấy tờ", -60, -30, -58, -26, -22),
        ("Tổ chức đối thoại với người dân về thủ tục đất đai", -55, -14, -50, -16, null),
        ("Bố trí máy quét và đường truyền cho quầy tiếp nhận", -48, -7, -44, -5, null),
        ("Báo cáo giải quyết phản ánh, kiến nghị tồn đọng", -40, -10, -35, null, null),
        ("Kiểm tra việc niêm yết lệ phí tại quầy", -35, -3, -30, null, null),
        ("Xây dựng phương án trực trưa của bộ phận một cửa", -20, 12, -15, null, null),
        ("Báo cáo sơ kết thực hiện chính quyền hai cấp", -10, 20, null, null, null),
        ("Cử cán bộ tập huấn chữ ký số", -45, -25, -43, -20, -17),
    ];

    public static void Keep(MotCuaDb db, AgencyId ward, OfficerId office, OfficerId holder, Moment now)
    {
        var number = 0;
        foreach (var (content, assigned, due, started, submitted, confirmed) in Tasks)
        {
            DateOnly? On(int? days) => days is { } d ? now.Day.AddDays(d) : null;
            number++;
            var directive = Must(Directive.Record(
                ward,
                new DirectiveFacts
                {
                    Number = $"{WardOffice.Ward}-NV-{number:00}",
                    IssuedBy = "UBND tỉnh Hòa Giang",
                    Document = $"{120 + (number * 31)}/UBND-NC",
                    Content = content,
                    AssignedOn = now.Day.AddDays(assigned),
                    DueOn = now.Day.AddDays(due),
                    StartedOn = On(started),
                    SubmittedOn = On(submitted),
                    ConfirmedOn = On(confirmed),
                },
                now,
                office));
            directive.GiveTo(holder, "Phan Quốc Bảo", now, office);
            db.Add(directive);
            db.AddRange(directive.NewChanges);
        }

        foreach (var facts in SeedPlans.Tasks(PlanKind.Reform, now.Day.Year, 22, Math.Min(now.Day.DayOfYear / 20, 20), new DateOnly(now.Day.Year, 1, 8)))
        {
            var task = Must(PlanTask.Record(ward, facts, now, office));
            db.Add(task);
            db.AddRange(task.NewChanges);
        }
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error!.ToString());
}

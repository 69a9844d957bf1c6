using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Reports.Narrative;

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

    /// <summary>The quarter's report, begun and half written; one sentence of it is wrong on purpose.</summary>
    public static void BeginReport(MotCuaDb db, AgencyId ward, OfficerId office, Moment now)
    {
        var month = new DateOnly(now.Day.Year, (((now.Day.Month - 1) / 3) * 3) + 1, 15).AddMonths(-1);
        var from = now.Day >= month.AddMonths(3) ? month.AddMonths(3) : month;
        var template = TemplateChoice.AllShipped.Single(t => t.Key == "phuong-quy");
        var report = Must(NarrativeReport.Begin(ward, template, from, from.AddMonths(3).AddDays(-1), now, office));
        db.Add(report);
        foreach (var (name, text) in new[]
        {
            ("chi-dao", "Ủy ban nhân dân xã giao từng công chức phụ trách một nội dung của kế hoạch, giao ban vào sáng thứ Hai hằng tuần."),
            ("tuyen-truyen", "Đài truyền thanh xã phát bài về nộp hồ sơ trực tuyến; hướng dẫn người dân ngay tại quầy."),
            ("uu-diem", "Việc trả kết quả đi vào nề nếp, trong kỳ không có hồ sơ trễ hạn."),
        })
        {
            var passage = NarrativePassage.At(report.Id, name);
            _ = Must(passage.Write(text, null, now, office));
            db.Add(passage);
        }
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error!.ToString());
}

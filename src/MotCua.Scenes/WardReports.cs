using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Reports;
using MotCua.Reports.Narrative;
using MotCua.Reports.Submissions;

namespace MotCua.Scenes;

/// <summary>
/// What the province asks of its communes, and what has come: of the last quarter one report taken, one waiting, one returned, one on the
/// desk, the others missing; of the ward an older quarter taken and last month's returned. The quarter's report in words is asked for too:
/// the ward has sent the last one, and writes the next.
/// </summary>
internal sealed class WardReports(MotCuaDb db, CountSubmission count)
{
    public async Task KeepAsync(WardStaff staff, DateOnly today, CancellationToken ct)
    {
        var above = staff.Officers["thinh"];
        var quarters = ReportPeriods.EndingIn(PeriodKind.Quarter, today.AddDays(-200), today.AddDays(-1)).ToList();
        var months = ReportPeriods.EndingIn(PeriodKind.Month, today.AddDays(-70), today.AddDays(-1)).ToList();
        Ask(staff, Form.B1, PeriodKind.Quarter, 5, quarters[^2].To, "Công văn 318/UBND-KSTT ngày 12/5/2026");
        Ask(staff, Form.Ii06, PeriodKind.Month, 3, months[^1].To, "Nghị định 09/2019/NĐ-CP, Điều 12");
        var words = SubmittedForm.All.Single(f => SubmittedForm.TemplateOf(f.Name)?.Key == "phuong-quy");
        Ask(staff, words, PeriodKind.Quarter, 7, quarters[^1].To, "Công văn 318/UBND-KSTT ngày 12/5/2026");
        await db.SaveChangesAsync(ct);

        var ward = new Desk(staff.Ward, staff.Officers["lien"], staff.Officers["hoa"], staff.Officers["vinh"]);
        await KeepAsync(ward, staff.Province, Form.B1, PeriodKind.Quarter, quarters[^2], (report, at) => report.Accept(at, above), ct);
        await KeepAsync(ward, staff.Province, Form.Ii06, PeriodKind.Month, months[^1], (report, at) => report.Return("Lĩnh vực đất đai có hồ sơ quá hạn mà chưa xin lỗi; rà lại rồi gửi.", at, above), ct);
        await KeepAsync(ward with { Narrative = await WrittenAsync(staff, quarters[^1], ct) }, staff.Province, words, PeriodKind.Quarter, quarters[^1], (_, _) => Result.Ok(), ct);
        Func<ReportSubmission, Moment, Result>?[] ends = [(report, at) => report.Accept(at, above), (_, _) => Result.Ok(), (report, at) => report.Return("Rà lại hồ sơ trực tuyến của tháng 8.", at, above), null];
        foreach (var (end, commune) in ends.Zip(staff.Communes.Skip(1)))
        {
            var (writer, signer) = (staff.Officers[$"vp{commune.Code[^2..]}"], staff.Officers[$"ld{commune.Code[^2..]}"]);
            await KeepAsync(new Desk(commune, writer, signer, signer), staff.Province, Form.B1, PeriodKind.Quarter, quarters[^1], end, ct);
        }
    }

    /// <summary>The ward's report in words of a quarter that is over.</summary>
    private async Task<Guid> WrittenAsync(WardStaff staff, (DateOnly From, DateOnly To) days, CancellationToken ct)
    {
        var (at, office) = (Moment.At(days.To.AddDays(1), new TimeOnly(8, 5)), staff.Officers["lien"]);
        var report = Must(NarrativeReport.Begin(staff.Ward.Id, TemplateChoice.AllShipped.Single(t => t.Key == "phuong-quy"), days.From, days.To, at, office));
        db.Add(report);
        foreach (var (name, text) in new[]
        {
            ("chi-dao", "Ủy ban nhân dân xã giao ban cải cách hành chính vào sáng thứ Hai hằng tuần, từng công chức báo cáo việc còn chậm."),
            ("tuyen-truyen", "Đài truyền thanh xã phát bài hướng dẫn nộp hồ sơ trực tuyến; đoàn viên hỗ trợ người cao tuổi tại quầy."),
            ("kiem-tra", "Tự kiểm tra tại Trung tâm Phục vụ hành chính công vào tuần đầu của tháng; nhắc việc ghi sổ cùng ngày."),
            ("the-che", "Rà soát văn bản của Hội đồng nhân dân và Ủy ban nhân dân xã; chưa có văn bản nào phải sửa."),
            ("kiem-soat", "Niêm yết và công khai thủ tục theo quyết định của Ủy ban nhân dân tỉnh."),
            ("vuong-mac", "Người dân hỏi nhiều về thời hạn thuế đất; công chức giải thích bằng phiếu hướng dẫn."),
            ("bo-may", "Sắp xếp vị trí việc làm theo đề án đã duyệt."),
            ("cong-vu", "Công chức một cửa dự lớp bồi dưỡng nghiệp vụ do Sở Nội vụ mở."),
            ("tai-chinh", "Thực hiện chế độ tự chủ; công khai dự toán tại trụ sở."),
            ("chinh-quyen-so", "Văn bản đi được ký số; họp giao ban không giấy."),
            ("han-che", "Còn hồ sơ trễ hạn và hồ sơ chưa gửi văn bản xin lỗi, tập trung ở lĩnh vực hộ tịch, do xác minh ở nơi khác chậm trả lời."),
            ("phuong-huong", "Gửi văn bản xin lỗi ngay trong ngày phát hiện trễ; nhắc nơi xác minh trước hạn của chặng."),
            ("kien-nghi", "Đề nghị Sở Tư pháp thống nhất thời hạn trả lời xác minh tình trạng hôn nhân."),
            ("uu-diem", "Hồ sơ được phân công trong buổi nhận; người dân tra cứu được tiến độ bằng mã trên giấy hẹn."),
        })
        {
            var passage = NarrativePassage.At(report.Id, name);
            _ = Must(passage.Write(text, null, at, office));
            db.Add(passage);
        }

        await db.SaveChangesAsync(ct);
        return report.Id;
    }

    private void Ask(WardStaff staff, Form form, PeriodKind kind, int days, DateOnly from, string document) => db.ReportDuties.Add(Must(ReportDuty.Ask(
        staff.Province, new DutyFacts(form.Name, kind, AgencyLevel.Commune, days, from, null, document), staff.Officers["thinh"], Moment.At(from, new TimeOnly(8, 0)))));

    /// <summary>Written the day after the period, on its way up the days after; without an end it stays with its checker.</summary>
    private async Task KeepAsync(
        Desk desk, AgencyId province, Form form, PeriodKind kind, (DateOnly From, DateOnly To) days, Func<ReportSubmission, Moment, Result>? end, CancellationToken ct)
    {
        Moment At(int day, int hour) => Moment.At(days.To.AddDays(day), new TimeOnly(hour, 10));
        var counted = Must(await count.RunAsync(new(form, desk.Commune.Code, days.From, days.To, Basis.Original, At(1, 8).Instant) { Narrative = desk.Narrative }, ct));
        var report = ReportSubmission.Draft(new SubmissionSubject(desk.Commune.Id, province, form.Name, kind, days.From, days.To, Basis.Original) { Narrative = desk.Narrative }, counted.Report, At(1, 8), desk.Writer);
        db.ReportSubmissions.Add(report);
        await db.SaveChangesAsync(ct);
        await FrozenLists.ReplaceAsync(db.Database.GetDbConnection(), report.Id, counted.Sets, ct);
        Must(report.Check(report.Content.Checks.All(c => c.Ok) ? null : "Đã rà từng chỗ, giữ nguyên.", At(1, 14), desk.Checker));
        if (end is not null)
        {
            Must(report.Sign(At(1, 16), desk.Signer, "Lê Quang Vinh"));
            Must(report.Submit(new PaperNumber("212", At(2, 8).Day), At(2, 8), desk.Writer));
            Must(end(report, At(3, 9)));
        }

        db.AddRange(report.NewActs);
        await db.SaveChangesAsync(ct);
    }

    private static T Must<T>(Result<T> result) => result.Succeeded ? result.Value : throw new InvalidOperationException(result.Error!.ToString());

    private static void Must(Result result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(result.Error!.ToString());
        }
    }

    private sealed record Desk(WardCommune Commune, OfficerId Writer, OfficerId Checker, OfficerId Signer)
    {
        /// <summary>The report in words that goes up; null for a form of numbers.</summary>
        public Guid? Narrative { get; init; }
    }
}

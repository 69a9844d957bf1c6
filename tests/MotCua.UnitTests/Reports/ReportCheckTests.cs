using MotCua.Reports.Narrative;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>
/// The errors of the five real reports, found by rules R1 to R10: figures as each report declared them (declared/*.csv), words as it wrote them.
/// Of the 52 errors listed in the requirements, 47 show in a report's own figures and words; the other five need what no report holds (E07 who
/// issued a plan, E09 a dropped word, E32 the sources of a count, E33 which address is right, E44 who was meant to receive it).
/// </summary>
public sealed class ReportCheckTests
{
    private static readonly string[] NotInTheReport = ["E07", "E09", "E32", "E33", "E44"];

    /// <summary>Error, report, rule, words of the report (null: it is in the figures), words of the finding.</summary>
    public static readonly IReadOnlyList<(string Error, string Seed, ReportRule Rule, string? Text, string Says)> Errors =
    [
        ("E01", "003", ReportRule.R1, null, "4/493 là 0,81%, báo cáo ghi 0,2%"),
        ("E02", "003", ReportRule.R1, null, "489/493 là 99,19%, báo cáo ghi 99,18% (cắt số"),
        ("E03", "003", ReportRule.R3, null, "11 + 10 = 21, không bằng"),
        ("E04", "003", ReportRule.R3, null, "= 99,89%, không đủ 100%"),
        ("E05", "003", ReportRule.R7, "Trong 6 tháng đầu năm 2023 (tính đến ngày 31/7/2023), UBND xã đã triển khai thực hiện 26/31 nhiệm vụ", "không khớp ngày"),
        ("E06", "003", ReportRule.R6, "Kế hoạch số 44/KH-UBND ngày 10/3/2023 về kiểm tra; Kế hoạch 44/KH-UBND ngày 09/3/2022", "hai ngày khác nhau"),
        ("E08", "003", ReportRule.R9, "Việc ban hành văn bản xin lỗi đối với những hồ sơ giải quyết trễ hạn vẫn chưa được thực hiện nghiêm túc", "việc xin lỗi chưa thực hiện"),
        ("E10", "003", ReportRule.R3, null, "80 = 80%, không đủ 100%"),
        ("E11", "003", ReportRule.R1, "Đến nay, xã 94 % CBCC, người hoạt động KCT thành thạo máy vi tính", "94% của bao nhiêu"),
        ("E12", "003", ReportRule.R4, null, "Tổng 505 gồm cả 15 hồ sơ kỳ trước chuyển sang; hồ sơ mới tiếp nhận là 490"),
        ("E13", "004", ReportRule.R5, null, "4,80, còn tỷ lệ thực hiện kế hoạch giải ngân vốn đầu tư công 65,49: một việc hai số"),
        ("E14", "004", ReportRule.R1, null, "7.972/12.175 là 65,48%, báo cáo ghi 65,49%"),
        ("E15", "004", ReportRule.R2, null, "385 lớn hơn"),
        ("E16", "004", ReportRule.R1, null, "8/30 là 26,67%, báo cáo ghi 20%"),
        ("E17", "004", ReportRule.R1, null, "6/22 là 27,27%, báo cáo ghi 27,2% (cắt số"),
        ("E18", "004", ReportRule.R5, null, "384.000, còn số tiền được thanh toán trực tuyến 216.000"),
        ("E19", "004", ReportRule.R5, null, "186, còn tổng số hồ sơ TTHC đã tiếp nhận (cả trực tiếp và trực tuyến) 146"),
        ("E20", "004", ReportRule.R1, null, "0/24 là 0%, báo cáo ghi 14%"),
        ("E21", "004", ReportRule.R1, null, "0 trên 0 không có tỷ lệ"),
        ("E22", "004", ReportRule.R9, null, "số lượng phiếu khảo sát là 0"),
        ("E23", "004", ReportRule.R9, null, "176 trên 212 (83,02%): còn thiếu 36"),
        ("E24", "004", ReportRule.R5, null, "cùng là 30"),
        ("E25", "004", ReportRule.R2, null, "cùng là 212"),
        ("E26", "004", ReportRule.R10, null, "không có dòng 32.2."),
        ("E27", "004", ReportRule.R6, "Công văn số 2549/UBND ngày 22/12/2024 của UBND thành phố", "ở sau ngày của báo cáo"),
        ("E28", "004", ReportRule.R6, "Kế hoạch số 50/KH-UBND ngày 28/02/2024/2023", "không phải là một ngày"),
        ("E29", "004", ReportRule.R6, "Thông báo số: 53/QĐ-UBND", "là của quyết định"),
        ("E30", "004", ReportRule.R7, "Trong năm 2022 đã ban hành các văn bản HTQLCL TCVN ISO 9001:2015 bao gồm:", "nói năm 2022"),
        ("E31", "004", ReportRule.R5, "- Số người hoạt động không chuyên trách cấp xã là 11 người, tại tổ dân phố là 39\n- số người hoạt động không chuyên trách cấp xã là 15 người", "chỗ ghi 11, chỗ ghi 15"),
        ("E34", "004", ReportRule.R7, "thủ tục hành chính trong năm 2024 (Tính từ ngày 14/12/2023 đến hết ngày 12/3/2024):", "Tên kỳ “năm 2024” không khớp ngày"),
        ("E35", "002", ReportRule.R1, null, "637/4.584 là 13,90%, báo cáo ghi 13,8% (cắt số"),
        ("E36", "002", ReportRule.R9, "Nhìn chung, các cơ quan cơ bản đã giải quyết đúng hạn và trước hạn", "trễ hạn 7,13%"),
        ("E37", "002", ReportRule.R1, "UBND huyện triển khai thực hiện đúng tiến độ 100% các nhiệm vụ", "100% của bao nhiêu"),
        ("E38", "002", ReportRule.R9, null, "Phiếu khảo sát phát ra là 300 mà phiếu khảo sát thu về không ghi"),
        ("E39", "000", ReportRule.R8, null, "Biểu B.2: số dòng hồ sơ trễ 0 (để trống)"),
        ("E40", "000", ReportRule.R3, null, "471 + 38 = 509, không bằng"),
        ("E41", "000", ReportRule.R1, null, "800/860 là 93,02%, báo cáo ghi 100%"),
        ("E42", "000", ReportRule.R3, null, "= 860, không bằng biểu B.1: tổng hồ sơ 861"),
        ("E43", "000", ReportRule.R6, "Thực hiện Quyết định số  22 /QĐ-UBND ngày 11 tháng 01 năm 2021 của Ủy ban nhân dân xã Hải Dương phê duyệt Kế hoạch CCHC năm 2022.", "có thể ghi sai năm"),
        ("E45", "000", ReportRule.R9, null, "6 trên 9 nhiệm vụ cấp trên giao quá hạn (66,67%)"),
        ("E46", "001", ReportRule.R6, "Nghị định số 59/2019/NĐ-CP ngày 01/7/2021 của Chính phủ", "Ký hiệu ghi năm 2019"),
        ("E47", "001", ReportRule.R10, "tuyên truyền trên địa bàn quận trên địa bàn quận", "lặp lại hai lần"),
        ("E48", "001", ReportRule.R9, "*Bên cạnh những kết quả đạt được, công tác CCHC còn một số hạn chế:* Việc giải quyết thủ tục hành chính và trả kết quả còn quá hạn.", "chưa có số liệu"),
        ("E49", "001", ReportRule.R7, "Từ ngày 01/01/2022 đến ngày 30/5/2022, quận đã ban hành 3.051 văn bản", "khác kỳ báo cáo"),
        ("E50", "003", ReportRule.R10, "trễ hạn 04 hồ sơ chiếm 0.2%", "Viết dấu phẩy"),
        ("E51", "000", ReportRule.R10, "Ủy ban nhân dân xã đa\u0303 ban hành", "dấu rời"),
        ("E52", "000", ReportRule.R10, "[bookmark: _GoBack]B.2", "phần mềm soạn thảo"),
    ];

    private static readonly Dictionary<string, (DateOnly From, DateOnly To, DateOnly Signed)> Reports = new(StringComparer.Ordinal)
    {
        ["000"] = (new(2021, 12, 15), new(2022, 6, 7), new(2022, 6, 7)),
        ["001"] = (new(2022, 1, 1), new(2022, 6, 30), new(2022, 6, 30)),
        ["002"] = (new(2022, 1, 1), new(2022, 8, 22), new(2022, 8, 25)),
        ["003"] = (new(2023, 1, 1), new(2023, 7, 31), new(2023, 8, 2)),
        ["004"] = (new(2023, 12, 14), new(2024, 3, 12), new(2024, 3, 13)),
    };

    public static TheoryData<string> All => new(Errors.Select(e => e.Error));

    [Theory]
    [MemberData(nameof(All))]
    public void An_error_of_a_real_report_is_found_by_its_rule(string error)
    {
        var (_, seed, rule, text, says) = Errors.Single(e => e.Error == error);
        var found = Check(seed, text);
        found.Where(f => f.Rule == rule).Select(f => f.Finding.Message).ShouldContain(m => m.Contains(says, StringComparison.Ordinal), string.Join('\n', found.Select(f => $"{f.Rule} {f.Finding.Message}")));
    }

    [Fact]
    public void Of_52_listed_errors_47_are_found_and_the_rest_are_named() =>
        Errors.Select(e => e.Error).Concat(NotInTheReport).Order().ShouldBe(Enumerable.Range(1, 52).Select(i => $"E{i:00}"));

    [Fact]
    public void Every_rule_finds_something_in_the_five_reports() =>
        Errors.SelectMany(e => Check(e.Seed, e.Text)).Select(f => f.Rule).Distinct().Order().ShouldBe(Enum.GetValues<ReportRule>());

    [Theory]
    [InlineData("received; 505\nnew.direct; 418\nnew.online; 72\nnew.postal; 0\ncarried; 15\nnew; 490\ndone; 493\npending; 5\nwithdrawn; 7\ndone.in_time; 489\ndone.late; 4\ndone.rate; 99,19\ndone.late.rate; 0,81")]
    [InlineData("annex.1.5.2.rate;\nannex.1.5.2.found; 0\nannex.1.5.2.fixed; 0")]
    [InlineData("6.1.rate\tTỷ lệ thực hiện kế hoạch giải ngân vốn đầu tư công\t%\t65,48\n6.1.plan\tKế hoạch được giao\tTriệu đồng\t12.175\n6.1.done\tĐã thực hiện\tTriệu đồng\t7.972")]
    public void Figures_that_agree_are_left_alone(string sheet) => SheetCheck.Of(FigureSheet.Read(sheet).Value, _ => null, _ => null).ShouldBeEmpty();

    [Fact]
    public void A_figure_is_known_by_its_Vietnamese_label_too() =>
        FigureSheet.Read("Biên chế được giao; 20\nKhông ai biết; 3").Value.Values.Select(v => (v.Name, v.Known)).ShouldBe([("staff.quota_total", true), ("Không ai biết", false)]);

    [Fact]
    public void A_figure_that_differs_from_the_records_is_told_with_its_records()
    {
        var found = SheetCheck.Of(FigureSheet.Read("late; 0").Value, name => name == "late" ? 4 : null, _ => "/bao-cao/danh-sach?chitieu=late").ShouldHaveSingleItem();
        found.Rule.ShouldBe(ReportRule.R5);
        found.Finding.Message.ShouldContain("hệ thống có 4");
        found.Finding.Link.ShouldNotBeNull();
    }

    [Fact]
    public void What_is_no_list_of_figures_is_refused() => FigureSheet.Read("[{\"a\":1}]").Error!.Code.ShouldBe("narrative.sheet-not-read");

    private static IReadOnlyList<CheckedFinding> Check(string seed, string? text)
    {
        var file = File.ReadAllText(Repository.File("tests", "MotCua.UnitTests", "Reports", "declared", $"seed-{seed}.csv"));
        var sheet = FigureSheet.Read(seed == "004" ? $"{file}32.2.;Tỷ lệ hồ sơ đúng hạn trên lĩnh vực đất đai, xây dựng, đầu tư;%;0\n" : file).Value;
        var (from, to, signed) = Reports[seed];
        var answer = CheckReport.Of(text ?? "", sheet, from, to, signed);
        return answer;
    }
}

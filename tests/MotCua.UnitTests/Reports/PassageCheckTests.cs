using MotCua.Reports.Narrative;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>What real reports got wrong, in their own words, and what is right and must not be touched.</summary>
public sealed class PassageCheckTests
{
    private static readonly Dictionary<string, decimal?> Ward = new(StringComparer.Ordinal)
    {
        ["received"] = 505, ["carried"] = 15, ["new"] = 490, ["new.direct"] = 418, ["new.online"] = 72, ["new.postal"] = 0, ["done"] = 493, ["done.in_time"] = 489,
        ["done.late"] = 4, ["withdrawn"] = 7, ["pending"] = 5, ["pending.within"] = 5, ["pending.overdue"] = 0, ["late"] = 4, ["apologised"] = 4,
        ["late_without_apology"] = 0, ["rated"] = 0, ["satisfied"] = 0, ["done.late.rate"] = 0.81m,
    };

    [Theory]
    [InlineData("Tiếp nhận 505 hồ sơ, đã giải quyết 520 hồ sơ.", "Đã giải quyết 520 lớn hơn tổng tiếp nhận 505")]
    [InlineData("Trong kỳ tiếp nhận 490 hồ sơ, kỳ trước chuyển sang 15 hồ sơ; đã giải quyết 506 hồ sơ.", "lớn hơn tổng tiếp nhận 505")]
    [InlineData("Đã giải quyết 400 hồ sơ, trước hạn và đúng hạn 489 hồ sơ.", "lớn hơn đã giải quyết 400")]
    public void What_one_paragraph_names_as_a_part_is_not_more_than_its_whole(string text, string message) => Messages(text).ShouldContain(m => m.Contains(message));

    [Fact]
    public void Late_dossiers_without_an_apology_are_a_figure_of_their_own() =>
        PassageCheck.Of("Còn 31 hồ sơ trễ hạn chưa có văn bản xin lỗi", new PassageFacts(
            name => name switch { "late" => 56, "late_without_apology" => 31, "apologised" => 25, _ => null }, new DateOnly(2026, 6, 15), new DateOnly(2026, 9, 14), null))
            .ShouldNotContain(f => f.Contradiction);

    [Theory]
    [InlineData("Trong kỳ tiếp nhận 490 hồ sơ, kỳ trước chuyển sang 15 hồ sơ; đã giải quyết 493 hồ sơ.")]
    [InlineData("Năm nay đã giải quyết 493 hồ sơ.\nTháng đầu tiếp nhận 40 hồ sơ.")]
    [InlineData("Tiếp nhận 505 hồ sơ, đã giải quyết 493 hồ sơ, đang giải quyết 5 hồ sơ.")]
    public void Parts_within_their_whole_are_left_alone(string text) => Messages(text).ShouldNotContain(m => m.Contains("lớn hơn"));

    [Fact]
    public void E01_four_late_of_493_is_not_0_2_percent() =>
        Messages("đã giải quyết 493 hồ sơ, trễ hạn 04 hồ sơ chiếm 0.2%").ShouldContain(m => m.Contains("là 0,81%") || m.Contains("là 0,79%"));

    [Fact]
    public void E02_489_of_493_was_cut_instead_of_rounded() =>
        Messages("giải quyết trước hạn và đúng hạn 489 hồ sơ, đạt 99,18%").ShouldContain(m => m.Contains("99,19%") && m.Contains("cắt số"));

    [Fact]
    public void E03_eleven_and_ten_are_not_twenty() =>
        Messages("được giao tối đa 20 định biên (11 cán bộ, 10 công chức)").ShouldContain(m => m.Contains("11 + 10 = 21"));

    [Fact]
    public void E04_one_of_seven_is_14_29_percent() =>
        Messages("Có 07 người. Trung cấp 02 người, chiếm 28,57%, chưa qua đào tạo: 01 người, chiếm 14,18%").ShouldContain(m => m.Contains("14,29%"));

    [Fact]
    public void E05_the_days_of_a_passage_are_the_days_of_the_report() =>
        Messages("(từ ngày 01/01/2023 - 30/6/2023)").ShouldContain(m => m.Contains("khác kỳ báo cáo"));

    [Fact]
    public void E06_one_number_has_one_date() =>
        Messages("Kế hoạch số 44/KH-UBND ngày 10/3/2023; Kế hoạch số 44/KH-UBND ngày 09/3/2022").ShouldContain(m => m.Contains("hai ngày khác nhau"));

    [Fact]
    public void E08_apologies_cannot_be_missing_when_every_late_dossier_has_one() =>
        Messages("Việc ban hành văn bản xin lỗi đối với hồ sơ trễ hạn vẫn chưa được thực hiện nghiêm túc").ShouldContain(m => m.Contains("việc xin lỗi chưa thực hiện"));

    [Fact]
    public void E13_7972_of_12175_is_65_48_percent() => Messages("Giải ngân 7.972/12.175 đạt 4.8% kế hoạch vốn").ShouldContain(m => m.Contains("65,48%"));

    [Fact]
    public void E15_a_part_is_not_larger_than_its_whole() => Messages("văn bản điện tử 385/377 đạt 98%").ShouldContain(m => m.Contains("có thể hai số ghi ngược"));

    [Fact]
    public void E18_the_amount_in_the_text_is_the_amount_of_the_payments() =>
        Messages("Thanh toán trực tuyến với số tiền 216.000 đồng", ("paid_online.amount", 384_000)).ShouldContain(m => m.Contains("384.000"));

    [Fact]
    public void E19_the_base_called_received_is_the_number_received() =>
        Messages("Tổng số hồ sơ tiếp nhận : 91/146 đạt 62.3%", ("received", 186), ("new", 180)).ShouldContain(m => m.Contains("186"));

    [Fact]
    public void E27_a_document_is_not_of_a_day_after_the_report() =>
        Messages("Công văn số 2549/UBND ngày 22/12/2024").ShouldContain(m => m.Contains("ở sau ngày của báo cáo"));

    [Fact]
    public void E28_a_date_with_two_years_is_no_date() => Messages("Kế hoạch ngày 28/02/2023/2022").ShouldContain(m => m.Contains("không phải là một ngày"));

    [Fact]
    public void E29_the_symbol_of_a_decision_is_no_notice() => Messages("Thông báo số: 53/QĐ-UBND").ShouldContain(m => m.Contains("của quyết định"));

    [Fact]
    public void E30_another_year_is_said() => Messages("Trong năm 2020 đã ban hành các văn bản").ShouldContain(m => m.Contains("nói năm 2020"));

    [Fact]
    public void E35_13_8_percent_was_cut() =>
        Messages("hồ sơ đang giải quyết là 4.584 hồ sơ, quá hạn 637 hồ sơ (chiếm 13,8%)", ("pending", 4584), ("pending.overdue", 637), ("late", 2617)).ShouldContain(m => m.Contains("13,90%"));

    [Fact]
    public void E36_mostly_on_time_is_denied_by_the_norm() =>
        Messages("cơ bản đã giải quyết đúng hạn và trước hạn", ("done.late.rate", 7.13m)).ShouldContain(m => m.Contains("7,13%"));

    [Fact]
    public void E38_most_people_are_satisfied_needs_a_number() =>
        Messages("hầu hết các tổ chức, cá nhân đều hài lòng").ShouldContain(m => m.Contains("Nêu số phiếu"));

    [Fact]
    public void E41_860_forms_are_not_100_percent_satisfied() =>
        Messages("số phiếu khảo sát mức độ hài lòng 860 phiếu, đạt 100%", ("rated", 860), ("satisfied", 800), ("satisfied.rate", 93.02m)).ShouldContain(m => m.Contains("93,02%"));

    [Fact]
    public void E45_overdue_tasks_belong_into_the_limitations() =>
        Messages("Máy tính cũ, 3 máy hỏng", PassageRole.Limitations, ("directives.overdue", 3)).ShouldContain(m => m.Contains("3 nhiệm vụ"));

    [Fact]
    public void E46_a_decree_of_2019_is_not_dated_2021() =>
        Messages("theo Nghị định số 59/2019/NĐ-CP ngày 01/7/2021").ShouldContain(m => m.Contains("Ký hiệu ghi năm 2019"));

    [Fact]
    public void E47_a_phrase_twice_is_noticed() => Messages("trên địa bàn quận trên địa bàn quận").ShouldContain(m => m.Contains("lặp lại"));

    [Fact]
    public void E48_a_limitation_without_a_number_is_noticed() =>
        Messages("Hồ sơ ở một số lĩnh vực còn chậm", PassageRole.Limitations).ShouldContain(m => m.Contains("chưa có số liệu"));

    [Fact]
    public void E50_a_dot_is_no_decimal_comma() => Messages("chiếm 0.2%").ShouldContain(m => m.Contains("0,2%"));

    [Fact]
    public void E52_a_bookmark_of_a_word_processor_is_noticed() => Messages("[bookmark: _GoBack]B.2").ShouldContain(m => m.Contains("phần mềm soạn thảo"));

    [Fact]
    public void No_late_dossiers_is_denied_by_four() => Messages("Trong kỳ không có hồ sơ trễ hạn.").ShouldContain(m => m.Contains("là 4"));

    [Theory]
    [InlineData("Đã tiếp nhận 505 hồ sơ, trong đó: tiếp nhận trực tuyến là 72 hồ sơ, tiếp nhận trực tiếp 418 hồ sơ, tiếp nhận từ kỳ trước 15 hồ sơ.")]
    [InlineData("Hồ sơ đang giải quyết 05 hồ sơ; hồ sơ đã giải quyết 493 hồ sơ, trong đó trước hạn và đúng hạn 489 hồ sơ, đạt 99,19%; trễ hạn 04 hồ sơ, chiếm 0,81%.")]
    [InlineData("Thực hiện Kế hoạch số 25/KH-UBND ngày 17/02/2023, xã mở 05 đợt tuyên truyền với 45 lượt người; 100% cán bộ tham gia.")]
    [InlineData("Trình độ đại học 10 người, chiếm 100%. Cao cấp 02 người, chiếm 20%; trung cấp 08 người, chiếm 80%.")]
    [InlineData("Quyết định số 468/QĐ-TTg ngày 27/3/2021, mức độ 3, 4; ISO 9001:2015; Đề án 06.")]
    public void What_is_right_is_left_alone(string text) => Messages(text).ShouldBeEmpty();

    private static List<string> Messages(string text, params (string Name, decimal Value)[] other) => Messages(text, PassageRole.Text, other);

    private static List<string> Messages(string text, PassageRole role, params (string Name, decimal Value)[] other)
    {
        decimal? Value(string name) => other.Where(o => o.Name == name).Select(o => (decimal?)o.Value).FirstOrDefault() ?? Ward.GetValueOrDefault(name);
        var facts = new PassageFacts(Value, new DateOnly(2023, 1, 1), new DateOnly(2023, 7, 31), new DateOnly(2023, 8, 2));
        return [.. PassageCheck.Of(text, facts, role).Select(f => f.Message)];
    }
}

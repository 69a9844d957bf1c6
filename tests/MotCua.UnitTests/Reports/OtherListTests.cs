using MotCua.Foundation;
using MotCua.Reports;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Reports;

/// <summary>What another system's list looks like when it is pasted or saved.</summary>
public sealed class OtherListTests
{
    private readonly ImportProblems problems = new("");

    [Fact]
    public void A_code_a_line_is_read_with_its_line()
    {
        Read("H57.12-260105-0001", "", "  000.22.31.H57-230101-0012  ")
            .ShouldBe([new OtherDossier(1, "H57.12-260105-0001"), new OtherDossier(3, "000.22.31.H57-230101-0012")]);
        problems.Any.ShouldBeFalse();
    }

    [Theory]
    [InlineData("STT,Người nộp,Mã hồ sơ", "1,Lê Thị A,X-7")]
    [InlineData("STT;Người nộp;Số hồ sơ", "1;Lê Thị A;X-7")]
    [InlineData("STT,Người nộp,Mã hồ sơ", "1,\"Công ty A, chi nhánh B\",X-7")]
    [InlineData("STT;Người nộp;Mã hồ sơ", "1;Công ty A, chi nhánh B;X-7")]
    [InlineData("STT\tNgười nộp\tMÃ HỒ SƠ", "1\tLê Thị A\t\"X-7\"")]
    public void A_table_gives_the_cells_under_the_head_of_codes(string head, string line) => Read(head, line).ShouldBe([new OtherDossier(2, "X-7")]);

    [Fact]
    public void Without_a_head_the_first_cell_that_looks_like_a_code_is_it() =>
        Read("UBND xã An Bình", "Danh sách quý 1", "1;Nguyễn Văn A;H57.12-260105-0001;12/01/2026").ShouldBe([new OtherDossier(3, "H57.12-260105-0001")]);

    [Fact]
    public void A_line_without_a_code_is_named_and_the_rest_is_read()
    {
        Read("Mã hồ sơ,Tên", "H1-260105-0001,A", ",không mã", "H1-260105-0002,B").Count.ShouldBe(2);
        problems.All.ShouldBe([(3, "không thấy mã hồ sơ")]);
    }

    [Fact]
    public void Two_hundred_thousand_lines_are_read_and_one_more_is_refused()
    {
        Read([.. Enumerable.Range(1, OtherList.MostLines + 1).Select(n => $"H1-260105-{n:000000}")]).Count.ShouldBe(OtherList.MostLines);
        problems.All.ShouldHaveSingleItem().Reason.ShouldContain("200.000");
    }

    private IReadOnlyList<OtherDossier> Read(params string[] lines) => OtherList.Read(lines.Select((text, i) => (i + 1, text)), problems);
}

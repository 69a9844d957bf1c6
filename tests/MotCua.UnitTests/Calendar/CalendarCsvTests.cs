using System.Text;
using MotCua.Calendar;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class CalendarCsvTests
{
    private const string Header = "date,name,kind,confidence\n";

    [Fact]
    public void A_byte_order_mark_CRLF_quotes_and_another_order_of_columns_are_accepted()
    {
        var (days, bad) = Read("\uFEFFkind,date,confidence,name\r\npublic,2026-09-02,sure,\"Quốc khánh, \"\"2/9\"\"\"\r\nswap_work,2026-08-22,likely,Làm bù\r\n");

        bad.ShouldBeEmpty();
        days.ShouldBe([new CalendarDay(Times.Day("2026-09-02"), "Quốc khánh, \"2/9\"", DayKind.Public), new CalendarDay(Times.Day("2026-08-22"), "Làm bù", DayKind.SwapWork)]);
    }

    [Fact]
    public void Rows_that_are_to_be_checked_are_not_loaded() =>
        Read(Header + "2027-02-04,Tết,tet,check\n2027-02-05,Tết,tet,likely").Days.Single().Day.ShouldBe(Times.Day("2027-02-05"));

    [Fact]
    public void Names_are_stored_in_NFC() =>
        Read(Header + "2027-02-05,Te\u0302\u0301t,tet,sure").Days.Single().Name.ShouldBe("Tết");

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("\n")]
    [InlineData(Header)]
    [InlineData("date,name,kind\n2026-09-02,a,public")]
    [InlineData("date,name,kind,confidence,extra\n2026-09-02,a,public,sure,x")]
    [InlineData("date,name,name,kind,confidence\n2026-09-02,a,a,public,sure")]
    [InlineData(Header + "2026-09-31,a,public,sure")]
    [InlineData(Header + "02/09/2026,a,public,sure")]
    [InlineData(Header + "2026-09-02,,public,sure")]
    [InlineData(Header + "2026-09-02,a\u202Eb,public,sure")]
    [InlineData(Header + "2026-09-02,a,holiday,sure")]
    [InlineData(Header + "2026-09-02,a,Public,sure")]
    [InlineData(Header + "2026-09-02,a,public,maybe")]
    [InlineData(Header + "2026-09-02,a,public")]
    [InlineData(Header + "2026-09-02,a,public,sure,x")]
    [InlineData(Header + "2026-09-02,\"a,public,sure")]
    [InlineData(Header + "2026-09-02,a,public,sure\n2026-09-02,b,tet,sure")]
    [InlineData(Header + "2026-09-02,a,public,sure\n2026-09-02,b,tet,check")]
    public void A_wrong_file_is_told(string text) => Read(text).Bad.Count.ShouldBe(1);

    [Fact]
    public void Every_bad_line_is_told_with_its_number_up_to_a_hundred()
    {
        var (_, bad) = Read(Header + "x,a,public,sure\n\n2026-09-02,\"a\nb\",tet,sure\n2026-09-02,a,public,sure\n2026-09-03,a,b,sure\n");
        bad.Select(b => b.Line).ShouldBe([2, 4, 6, 7]);
        Read(Header + string.Concat(Enumerable.Repeat("x,a,public,sure\n", 500))).Bad.Count.ShouldBe(100);
    }

    [Fact]
    public void The_second_of_two_rows_for_a_day_names_the_first() =>
        Read(Header + "2026-09-02,a,public,sure\n2026-09-02,b,tet,sure").Bad.Single()
            .ShouldBe((3, "ngày 2026-09-02 đã có ở dòng 2"));

    private static (IReadOnlyList<CalendarDay> Days, IReadOnlyList<(int Line, string Reason)> Bad) Read(string text)
    {
        var problems = new ImportProblems("calendar.csv");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return (CalendarCsv.Read(stream, problems), problems.All);
    }
}

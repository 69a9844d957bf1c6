using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class TimeLimitTests
{
    [Fact]
    public void What_is_printed_is_read_back() =>
        Prop.ForAll(
            Arb.From(Cases.Limit(9999)),
            limit => TimeLimit.TryParse(limit.ToString(), out var back) && back == limit)
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("wd")]
    [InlineData("0wd")]
    [InlineData("10000wd")]
    [InlineData("99999999999wd")]
    [InlineData("-1d")]
    [InlineData("+1d")]
    [InlineData("1.5d")]
    [InlineData("3 wd")]
    [InlineData(" 3wd")]
    [InlineData("3wd ")]
    [InlineData("3WD")]
    [InlineData("03wd")]
    [InlineData("٣wd")]
    [InlineData("3m")]
    [InlineData("3none")]
    [InlineData("None")]
    public void Anything_else_is_no_limit(string? text) => TimeLimit.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("3wd", "3 ngày làm việc")]
    [InlineData("15d", "15 ngày")]
    [InlineData("8h", "8 giờ làm việc")]
    [InlineData("2mo", "2 tháng")]
    [InlineData("same", "trong ngày làm việc")]
    [InlineData("none", "không hẹn ngày")]
    public void A_limit_has_words(string text, string words) => TimeLimit.Parse(text).Words().ShouldBe(words);

    [Fact]
    public void A_limit_is_its_text_in_JSON()
    {
        JsonSerializer.Serialize(TimeLimit.Days(15)).ShouldBe("\"15d\"");
        JsonSerializer.Deserialize<TimeLimit?>("\"same\"").ShouldBe(TimeLimit.SameDay);
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<TimeLimit>("\"15\""));
    }
}

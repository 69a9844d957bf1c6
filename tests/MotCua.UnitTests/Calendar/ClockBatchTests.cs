using System.Text;
using System.Text.Json;
using MotCua.Calendar;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Calendar;

public sealed class ClockBatchTests
{
    private static readonly DeadlineClock Clock = new(WorkingCalendar.BuiltIn, OfficeHours.Default);

    private static readonly DateTimeOffset Now = Times.At("2026-11-21 09:30");

    [Fact]
    public void The_example_of_the_contract_is_answered_to_the_letter() =>
        Ask("""{"id":"a","received":"2026-04-24T09:00:00+07:00","limit":"3wd","finished":"2026-05-04T18:00:00+07:00"}""").ShouldBe(
            """{"id":"a","due":"2026-05-04","due_at":"2026-05-04T17:00:00+07:00","verdict":"on_time","explanation":["""
            + """{"day":"2026-04-25","kind":"skipped","why":"Thứ bảy"},"""
            + """{"day":"2026-04-26","kind":"skipped","why":"Giỗ Tổ Hùng Vương (10/3 âm lịch)"},"""
            + """{"day":"2026-04-27","kind":"skipped","why":"Nghỉ bù Giỗ Tổ"},"""
            + """{"day":"2026-04-28","kind":"counted","number":1},"""
            + """{"day":"2026-04-29","kind":"counted","number":2},"""
            + """{"day":"2026-04-30","kind":"skipped","why":"Ngày Chiến thắng 30/4"},"""
            + """{"day":"2026-05-01","kind":"skipped","why":"Ngày Quốc tế Lao động 1/5"},"""
            + """{"day":"2026-05-02","kind":"skipped","why":"Thứ bảy"},"""
            + """{"day":"2026-05-03","kind":"skipped","why":"Chủ nhật"},"""
            + """{"day":"2026-05-04","kind":"due","number":3,"why":"Hạn trả kết quả"}]}""");

    [Fact]
    public void Without_a_finish_the_verdict_is_for_at_and_at_is_now_by_default()
    {
        Verdict("\"limit\":\"3wd\"").ShouldBe("overdue");
        Verdict("\"limit\":\"3wd\",\"at\":\"2026-05-04T23:59:59+07:00\"").ShouldBe("within");
        Verdict("\"limit\":\"3wd\",\"at\":\"2026-05-04T17:00:00Z\"").ShouldBe("overdue"); // already the 5th in Vietnam
    }

    [Fact]
    public void None_has_a_null_due_date_and_the_verdict_none()
    {
        Ask(Case("\"limit\":\"none\",\"finished\":\"2026-05-04T18:00:00+07:00\"")).ShouldBe(
            """{"id":"a","due":null,"due_at":null,"verdict":"none","explanation":[]}""");
        Verdict("\"limit\":\"none\",\"basis\":\"extended\",\"extended_due\":\"2026-05-05\"").ShouldBe("none");
    }

    [Fact]
    public void The_basis_turns_the_verdict_and_never_the_due_date()
    {
        const string late = "\"limit\":\"3wd\",\"finished\":\"2026-05-06T08:00:00+07:00\",\"extended_due\":\"2026-05-07\"";

        Verdict(late).ShouldBe("late");
        Verdict(late + ",\"basis\":\"original\"").ShouldBe("late");
        Verdict(late + ",\"basis\":\"extended\"").ShouldBe("early");
        Due(late + ",\"basis\":\"extended\"").ShouldBe("2026-05-04");
        Verdict("\"limit\":\"3wd\",\"finished\":\"2026-05-06T08:00:00+07:00\",\"basis\":\"extended\"").ShouldBe("late");
    }

    [Fact]
    public void A_stop_and_a_finish_after_at_are_ignored()
    {
        const string at = "\"limit\":\"3wd\",\"at\":\"2026-05-05T08:00:00+07:00\"";

        Verdict(at + ",\"finished\":\"2026-05-05T08:00:00.001+07:00\"").ShouldBe("overdue");
        Verdict(at + ",\"finished\":\"2026-05-05T08:00:00+07:00\"").ShouldBe("late");
        Due(at + ",\"stops\":[{\"from\":\"2026-05-06T08:00:00+07:00\",\"to\":\"2026-05-08T08:00:00+07:00\",\"mode\":\"restart\"}]").ShouldBe("2026-05-04");
        Verdict("\"limit\":\"3wd\",\"finished\":\"2026-12-01T08:00:00+07:00\"").ShouldBe("overdue"); // at is now
    }

    [Fact]
    public void A_stop_that_ends_after_at_still_stands()
    {
        const string stop = "\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-29T08:00:00+07:00\",\"to\":\"2026-05-08T08:00:00+07:00\",\"mode\":\"resume\"}]";

        Due(stop + ",\"at\":\"2026-05-07T08:00:00+07:00\"").ShouldBe("2026-05-04");
        Verdict(stop + ",\"at\":\"2026-05-07T08:00:00+07:00\"").ShouldBe("within");
        Due(stop + ",\"at\":\"2026-05-08T08:00:00+07:00\"").ShouldBe("2026-05-11");
    }

    [Fact]
    public void A_stop_may_still_stand_at_the_finish()
    {
        const string stop = "\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-29T08:00:00+07:00\",\"mode\":\"restart\"}]";

        Verdict(stop).ShouldBe("within");
        Verdict(stop + ",\"finished\":\"2026-06-30T08:00:00+07:00\"").ShouldBe("early");
    }

    [Fact]
    public void Stops_may_touch_and_come_in_any_order() =>
        Due("""
            "limit":"3wd","stops":[
            {"from":"2026-04-29T08:00:00+07:00","to":"2026-05-04T08:00:00+07:00","mode":"resume"},
            {"from":"2026-04-28T08:00:00+07:00","to":"2026-04-29T08:00:00+07:00","mode":"resume"}]
            """.ReplaceLineEndings("")).ShouldBe("2026-05-06");

    [Fact]
    public void A_due_instant_keeps_its_fraction_of_a_second() =>
        Ask("""{"id":"a","received":"2026-11-20T09:00:00.5+07:00","limit":"1h","at":"2026-11-20T09:30:00+07:00"}""").ShouldBe(
            """{"id":"a","due":"2026-11-20","due_at":"2026-11-20T10:00:00.500+07:00","verdict":"within","explanation":[{"day":"2026-11-20","kind":"due","why":"Hạn trả kết quả"}]}""");

    [Fact]
    public void A_rest_day_of_the_receipt_is_told()
    {
        using var answer = JsonDocument.Parse(Ask("""{"id":"a","received":"2026-11-21T09:00:00+07:00","limit":"1wd"}"""));

        answer.RootElement.GetProperty("explanation").EnumerateArray()
            .Select(d => $"{d.GetProperty("day").GetString()} {d.GetProperty("kind").GetString()}")
            .ShouldBe(["2026-11-21 skipped", "2026-11-22 skipped", "2026-11-23 start", "2026-11-24 skipped", "2026-11-25 due"]);
    }

    [Fact]
    public void A_long_explanation_leaves_out_the_counted_days()
    {
        var answer = Ask("""{"id":"a","received":"2026-11-20T09:00:00+07:00","limit":"9999mo"}""");

        answer.ShouldContain("\"due\":\"2860-02-20\"");
        answer.Length.ShouldBeLessThan(300);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"a\"")]
    [InlineData("{}")]
    [InlineData("{\"id\":null}")]
    [InlineData("{\"id\":{}}")]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{\"id\":\"a\"} {\"id\":\"b\"}")]
    public void A_line_without_a_readable_id_gives_an_error_with_id_null(string line)
    {
        using var answer = JsonDocument.Parse(Ask(line));

        answer.RootElement.GetProperty("id").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.RootElement.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        answer.RootElement.EnumerateObject().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("")] // no limit
    [InlineData("\"limit\":null")]
    [InlineData("\"limit\":3")]
    [InlineData("\"limit\":\"3\"")]
    [InlineData("\"limit\":\"0wd\"")]
    [InlineData("\"limit\":\"10000d\"")]
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-24T08:59:59+07:00\"")] // before the receipt
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-27T09:00:00\"")] // no offset
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-31T09:00:00+07:00\"")] // no such date
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-27\"")]
    [InlineData("\"limit\":\"3wd\",\"finished\":1777000000")]
    [InlineData("\"limit\":\"3wd\",\"at\":\"2026-04-27T24:00:00+07:00\"")]
    [InlineData("\"limit\":\"3wd\",\"at\":\"2026-04-27T09:00:60+07:00\"")]
    [InlineData("\"limit\":\"3wd\",\"at\":\"2026-04-27T09:00:00+15:00\"")]
    [InlineData("\"limit\":\"3wd\",\"basis\":\"other\"")]
    [InlineData("\"limit\":\"3wd\",\"extended_due\":\"2026-02-30\"")]
    [InlineData("\"limit\":\"3wd\",\"extended_due\":\"30/04/2026\"")]
    [InlineData("\"limit\":\"3wd\",\"finish\":\"2026-04-27T09:00:00+07:00\"")] // unknown member
    [InlineData("\"limit\":\"3wd\",\"stops\":{}")]
    [InlineData("\"limit\":\"3wd\",\"stops\":[1]")]
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"to\":\"2026-04-29T08:00:00+07:00\",\"mode\":\"resume\"}]")] // no from
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"to\":\"2026-04-29T08:00:00+07:00\"}]")] // no mode
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"to\":\"2026-04-29T08:00:00+07:00\",\"mode\":\"again\"}]")]
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"to\":\"2026-04-28T07:00:00+07:00\",\"mode\":\"resume\"}]")] // to before from
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-23T08:00:00+07:00\",\"to\":\"2026-04-28T07:00:00+07:00\",\"mode\":\"resume\"}]")] // before the receipt
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"to\":\"2026-04-30T07:00:00+07:00\",\"mode\":\"resume\"},{\"from\":\"2026-04-29T08:00:00+07:00\",\"to\":\"2026-05-04T07:00:00+07:00\",\"mode\":\"resume\"}]")] // overlap
    [InlineData("\"limit\":\"3wd\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"mode\":\"resume\"},{\"from\":\"2026-04-29T08:00:00+07:00\",\"mode\":\"resume\"}]")] // stopped while stopped
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-29T08:00:00+07:00\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"to\":\"2026-05-05T07:00:00+07:00\",\"mode\":\"resume\"}]")] // finish before the `to`
    [InlineData("\"limit\":\"3wd\",\"finished\":\"2026-04-27T08:00:00+07:00\",\"stops\":[{\"from\":\"2026-04-28T08:00:00+07:00\",\"mode\":\"resume\"}]")] // a stop after the finish
    public void A_wrong_line_gives_its_id_and_an_error(string rest)
    {
        using var answer = JsonDocument.Parse(Ask(Case(rest)));

        answer.RootElement.GetProperty("id").GetString().ShouldBe("a");
        answer.RootElement.GetProperty("error").GetString().ShouldNotBeNullOrEmpty();
        answer.RootElement.EnumerateObject().Count().ShouldBe(2);
    }

    [Fact]
    public void A_receipt_without_an_offset_is_wrong() =>
        Ask("""{"id":"a","received":"2026-04-24T09:00:00","limit":"3wd"}""").ShouldStartWith("""{"id":"a","error":""");

    [Fact]
    public void A_date_after_the_year_9999_is_wrong() =>
        Ask("""{"id":"a","received":"9990-04-24T09:00:00+07:00","limit":"9999wd"}""").ShouldStartWith("""{"id":"a","error":""");

    [Fact]
    public void An_id_comes_back_as_it_was() =>
        Ask("""{"id":"Hồ sơ \"1\"/\u0007","received":"2026-04-24T09:00:00+07:00","limit":"none"}""").ShouldStartWith("""{"id":"Hồ sơ \"1\"/\u0007",""");

    [Fact]
    public void Bytes_that_are_no_UTF_8_are_wrong()
    {
        byte[] line = [.. Encoding.UTF8.GetBytes("{\"id\":\""), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\"}")];

        ClockBatch.Answer(line, Now, Clock).ShouldStartWith("""{"id":null,"error":""");
    }

    [Fact]
    public void A_line_over_1_MB_is_wrong() =>
        Ask(Case("\"limit\":\"3wd\"" + new string(' ', ClockBatch.LongestLine))).ShouldStartWith("""{"id":null,"error":""");

    private static string Ask(string line) => ClockBatch.Answer(line, Now, Clock);

    private static string Case(string rest) =>
        $$"""{"id":"a","received":"2026-04-24T09:00:00+07:00"{{(rest.Length > 0 ? "," : "")}}{{rest}}}""";

    private static string? Verdict(string rest) => Member(rest, "verdict");

    private static string? Due(string rest) => Member(rest, "due");

    private static string? Member(string rest, string name)
    {
        using var answer = JsonDocument.Parse(Ask(Case(rest)));
        return answer.RootElement.GetProperty(name).GetString();
    }
}

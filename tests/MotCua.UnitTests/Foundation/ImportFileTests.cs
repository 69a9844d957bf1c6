using System.Text;
using MotCua.Foundation;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Foundation;

public sealed class ImportFileTests
{
    private readonly ImportProblems problems = new("file.ndjson");

    [Fact]
    public void A_byte_order_mark_and_CRLF_are_no_part_of_the_text()
    {
        Lines([.. Encoding.UTF8.Preamble, .. "Đông\r\nTây\r\n"u8]).ShouldBe([(1, "Đông"), (2, "Tây")]);
    }

    [Fact]
    public void A_last_line_without_an_end_counts_and_an_empty_file_has_no_line()
    {
        Lines("a\nb"u8).ShouldBe([(1, "a"), (2, "b")]);
        Lines("a\n\nb\n"u8).ShouldBe([(1, "a"), (2, ""), (3, "b")]);
        Lines(""u8).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_may_have_a_million_bytes_and_not_one_more()
    {
        var longest = new string('x', 1_000_000);

        Lines(Encoding.UTF8.GetBytes($"{longest}\r\n{longest}\n{longest}y\nlast")).Select(l => l.Number).ShouldBe([1, 2, 4]);
        problems.All.ShouldBe([(3, "dòng dài quá 1.000.000 byte")]);
    }

    [Fact]
    public void Bytes_count_and_not_letters()
    {
        Lines(Encoding.UTF8.GetBytes(new string('ố', 400_000))).ShouldBeEmpty();
        problems.Any.ShouldBeTrue();
    }

    [Fact]
    public void A_line_that_is_no_UTF8_is_a_problem_and_the_others_are_read()
    {
        Lines([.. "a\n"u8, 0xC3, 0x28, .. "\nb\n"u8]).ShouldBe([(1, "a"), (3, "b")]);
        problems.All.Single().Line.ShouldBe(2);
    }

    [Fact]
    public void Problems_are_printed_by_line_and_at_most_a_hundred()
    {
        foreach (var line in Enumerable.Range(1, 150).Reverse())
        {
            problems.Add(line, "sai\nhai dòng");
        }

        var text = new StringWriter();
        problems.WriteTo(text);

        var printed = text.ToString().TrimEnd().Split('\n', StringSplitOptions.TrimEntries);
        printed.Length.ShouldBe(101);
        printed[0].ShouldBe("file.ndjson:51: sai hai dòng");
        printed[100].ShouldContain("100 lỗi đầu tiên");
    }

    private List<(int Number, string Text)> Lines(ReadOnlySpan<byte> bytes) => [.. ImportFile.Lines(new MemoryStream(bytes.ToArray()), problems)];
}

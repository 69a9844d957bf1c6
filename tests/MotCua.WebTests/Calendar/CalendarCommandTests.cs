using MotCua.Cli;
using MotCua.Database;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Calendar;

public sealed class CalendarCommandTests(FreshDatabase database) : IClassFixture<FreshDatabase>, IDisposable
{
    private const string Case = """{"id":"a","received":"2026-04-24T09:00:00+07:00","limit":"1wd"}""";

    private readonly string folder = Directory.CreateTempSubdirectory("motcua-calendar-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task An_imported_calendar_takes_the_place_of_the_built_in_one_and_its_years_are_replaced_whole()
    {
        (await ClockAsync(Case)).ShouldContain("\"due\":\"2026-04-28\""); // the 27th is a substitute holiday

        (await ImportAsync("\uFEFFdate,name,kind,confidence\r\n2026-04-28,Nghỉ thử,public,sure\r\n2026-04-27,Chưa chắc,public,check\r\n")).Code.ShouldBe(0);
        (await ClockAsync(Case)).ShouldContain("\"due\":\"2026-04-27\"");

        (await ImportAsync("date,name,kind,confidence\n2026-04-27,Nghỉ khác,public,sure\n2027-01-01,Tết,public,sure\n")).Output.ShouldStartWith("Đã nạp 2 ngày, 3 thay đổi");
        (await ClockAsync(Case)).ShouldContain("\"due\":\"2026-04-28\"");

        (await ImportAsync("date,name,kind,confidence\n2027-01-01,Tết,public,sure\n")).Output.ShouldStartWith("Đã nạp 1 ngày, 0 thay đổi");
        (await ClockAsync(Case)).ShouldContain("\"due\":\"2026-04-28\"");
    }

    [Fact]
    public async Task A_file_with_bad_lines_loads_nothing_and_names_each()
    {
        var before = await ClockAsync(Case);

        var (code, output, errors) = await ImportAsync("date,name,kind,confidence\n2026-04-28,a,public,sure\n2026-04-31,a,public,sure\n2026-04-28,b,tet,sure\n");

        code.ShouldBe(1);
        output.ShouldBeEmpty();
        errors.ShouldContain("calendar.csv:3: ");
        errors.ShouldContain("calendar.csv:4: ngày 2026-04-28 đã có ở dòng 2");
        (await ClockAsync(Case)).ShouldBe(before);
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var before = await ClockAsync(Case);

        (await ImportAsync("date,name,kind,confidence\n2026-04-24,a,swap_off,sure\n", "--dry-run")).Code.ShouldBe(0);

        (await ClockAsync(Case)).ShouldBe(before);
    }

    [Fact]
    public async Task The_clock_answers_every_line_with_CRLF_and_a_byte_order_mark_and_makes_no_database()
    {
        var home = Path.Combine(folder, "home");
        var file = Write("cases.ndjson", $"\uFEFF{Case}\r\nwrong\r\n\r\n{new string('x', 1_000_001)}\n{Case}");

        var (code, output, _) = await RunAsync(new DatabaseOptions { Home = home }, "clock", "--batch", file);

        code.ShouldBe(0);
        var answers = output.TrimEnd().Split('\n');
        answers.Length.ShouldBe(5);
        answers[0].ShouldBe(answers[4]);
        answers[0].ShouldStartWith("""{"id":"a","due":"2026-04-28",""");
        answers[1..4].ShouldAllBe(a => a.StartsWith("""{"id":null,"error":"""));
        Directory.Exists(home).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uFEFF")]
    public async Task An_empty_file_has_no_answers(string text) =>
        (await RunAsync(new DatabaseOptions { Home = Path.Combine(folder, "home") }, "clock", "--batch", Write("empty.ndjson", text))).ShouldBe((0, "", ""));

    [Theory]
    [InlineData("clock")]
    [InlineData("clock", "--batch")]
    [InlineData("clock", "--batch", "/no/such/file")]
    public async Task Wrong_usage_exits_with_2(params string[] args) =>
        (await RunAsync(new DatabaseOptions { Home = Path.Combine(folder, "home") }, args)).Code.ShouldBe(2);

    private async Task<string> ClockAsync(string line)
    {
        var (code, output, errors) = await RunAsync(Here, "clock", "--batch", Write("case.ndjson", line + "\n"));
        code.ShouldBe(0, errors);
        return output;
    }

    private Task<(int Code, string Output, string Errors)> ImportAsync(string text, params string[] more) =>
        RunAsync(Here, ["import", "calendar", Write("calendar.csv", text), .. more]);

    private DatabaseOptions Here => new() { Home = Path.Combine(folder, "home"), Server = database.ConnectionString };

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(DatabaseOptions options, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.RunAsync(args, new CliContext(database.Clock, output, errors, options));
        return (code, output.ToString(), errors.ToString());
    }
}

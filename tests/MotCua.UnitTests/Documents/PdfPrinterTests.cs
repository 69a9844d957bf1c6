using System.Diagnostics;
using MotCua.Documents;
using MotCua.Documents.Forms;
using Shouldly;
using Xunit;

namespace MotCua.UnitTests.Documents;

public sealed class PdfPrinterTests
{
    private static readonly OfficialDocument Slip = ReceiptForm.Build(Samples.Receipt);

    [Fact]
    public async Task A_machine_without_Chromium_says_what_to_do()
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions { Chromium = "/nowhere/chromium" });
        (await printer.PrintAsync(Slip, CancellationToken.None)).Error.ShouldBe(PdfPrinter.NoChromium);
    }

    [Fact]
    public async Task A_program_that_is_not_Chromium_is_a_failed_print()
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions { Chromium = "/bin/true" });
        (await printer.PrintAsync(Slip, CancellationToken.None)).Error.ShouldBe(PdfPrinter.Failed);
    }

    [Fact]
    public async Task A_print_that_hangs_is_ended()
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions { Chromium = Sleeper(), Timeout = TimeSpan.FromMilliseconds(300) });
        (await printer.PrintAsync(Slip, CancellationToken.None)).Error.ShouldBe(PdfPrinter.Failed);
    }

    [Fact]
    public async Task When_too_many_wait_the_next_is_refused_at_once()
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions { Chromium = Sleeper(), AtOnce = 1, Waiting = 1, Timeout = TimeSpan.FromMilliseconds(500) });
        var prints = Enumerable.Range(0, 4).Select(_ => printer.PrintAsync(Slip, CancellationToken.None)).ToArray();
        var results = await Task.WhenAll(prints);
        results.Count(r => r.Error == PdfPrinter.Busy).ShouldBe(2);
        results.Count(r => r.Error == PdfPrinter.Failed).ShouldBe(2);
    }

    [Fact]
    public async Task Slips_print_side_by_side()
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions());
        var watch = Stopwatch.StartNew();
        (await printer.PrintAsync(Slip, CancellationToken.None)).Error.ShouldBeNull();
        var one = watch.Elapsed.TotalSeconds;
        watch.Restart();
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => printer.PrintAsync(Slip, CancellationToken.None)));
        results.ShouldAllBe(r => r.Succeeded);
        TestContext.Current.TestOutputHelper?.WriteLine($"one slip {one:0.00} s; six at once {watch.Elapsed.TotalSeconds:0.00} s");
        watch.Restart();
        var docx = DocxWriter.Write(Slip);
        TestContext.Current.TestOutputHelper?.WriteLine($"DOCX {watch.Elapsed.TotalMilliseconds:0} ms, {docx.Length / 1024} kB; PDF {results[0].Value.Length / 1024} kB");
        watch.Restart();
        var html = HtmlWriter.Article(Slip);
        TestContext.Current.TestOutputHelper?.WriteLine($"HTML {watch.Elapsed.TotalMilliseconds:0.0} ms, {html.Length / 1024} kB");
    }

    [Fact]
    public async Task Nothing_is_left_behind_in_the_temporary_folder()
    {
        using var paper = await PaperTools.PrintAsync(Slip);
        var left = Directory.GetDirectories(Path.GetTempPath(), "motcua-print-*").Where(d => File.Exists(Path.Combine(d, "page.html")) && File.Exists(Path.Combine(d, "page.pdf")));
        left.ShouldBeEmpty();
    }

    private static string Sleeper()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("motcua-sleeper-").FullName, "chromium");
        File.WriteAllText(file, "#!/bin/sh\nexec sleep 30\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return file;
    }
}

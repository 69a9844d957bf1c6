using System.Diagnostics;
using MotCua.Documents;
using Shouldly;

namespace MotCua.UnitTests.Documents;

/// <summary>Prints to PDF and reads the paper back with poppler and zbar, as a person with eyes and a telephone would. MOTCUA_PAPERS=folder keeps each PDF and its page.</summary>
internal static class PaperTools
{
    public static async Task<Paper> PrintAsync(params IReadOnlyList<OfficialDocument> documents)
    {
        using var printer = new PdfPrinter(new PdfPrinterOptions());
        var result = await printer.PrintAsync(documents, CancellationToken.None);
        result.Error.ShouldBeNull();
        var folder = Directory.CreateTempSubdirectory("motcua-paper-").FullName;
        var file = Path.Combine(folder, "paper.pdf");
        await File.WriteAllBytesAsync(file, result.Value);
        if (Environment.GetEnvironmentVariable("MOTCUA_PAPERS") is { Length: > 0 } kept)
        {
            await File.WriteAllBytesAsync(Path.Combine(kept, $"{documents[0].Name.Replace('/', '-')}.pdf"), result.Value);
            await File.WriteAllTextAsync(Path.Combine(kept, $"{documents[0].Name.Replace('/', '-')}.html"), HtmlWriter.Page(documents));
        }

        return new Paper(file);
    }

    public static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, errors.Result);
        return output;
    }
}

internal sealed class Paper(string file) : IDisposable
{
    /// <summary>In reading order, line breaks as single spaces.</summary>
    public string Text => string.Join(' ', RawText.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string RawText => PaperTools.Run("pdftotext", file, "-");

    public string TextOf(int page) => PaperTools.Run("pdftotext", "-layout", "-f", $"{page}", "-l", $"{page}", file, "-");

    /// <summary>Right edge, in points, of the letter that stands farthest right.</summary>
    public double WidestLine => System.Text.RegularExpressions.Regex.Matches(PaperTools.Run("pdftotext", "-bbox", file, "-"), "xMax=\"([0-9.]+)\"")
        .Max(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));

    public int Pages => int.Parse(Info("Pages:"));

    /// <summary>"419.53 x 595.28 pts (A5)".</summary>
    public string Size => Info("Page size:");

    public string Qr()
    {
        PaperTools.Run("pdftoppm", "-r", "150", "-png", "-f", "1", "-l", "1", file, file);
        var png = Directory.GetFiles(Path.GetDirectoryName(file)!, "*.png").Single();
        return PaperTools.Run("zbarimg", "-q", "--raw", png).Trim();
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    private string Info(string key) => PaperTools.Run("pdfinfo", file)
        .Split('\n').Single(l => l.StartsWith(key, StringComparison.Ordinal))[key.Length..].Trim();
}

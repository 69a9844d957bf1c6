using System.ComponentModel;
using System.Diagnostics;
using MotCua.Foundation;

namespace MotCua.Documents;

/// <summary>How the printer of PDF works on this machine.</summary>
public sealed record PdfPrinterOptions
{
    /// <summary>Path of Chromium; null looks in the usual places.</summary>
    public string? Chromium { get; init; } = Environment.GetEnvironmentVariable("MOTCUA_CHROMIUM");

    /// <summary>Prints at the same time; each takes about one core and 150 MB.</summary>
    public int AtOnce { get; init; } = 2;

    /// <summary>Prints that may wait; the next one is refused at once, so that a crowd cannot hold every request.</summary>
    public int Waiting { get; init; } = 50;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);
}

/// <summary>PDF by headless Chromium: one fresh process and profile a print, so that no print can see or spoil another.</summary>
public sealed class PdfPrinter(PdfPrinterOptions options) : IDisposable
{
    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private readonly SemaphoreSlim places = new(options.AtOnce);

    private int inside;

    public static Error NoChromium { get; } = new(
        "documents.no-chromium",
        "Chưa in được PDF vì máy chủ thiếu Chromium. Nhờ quản trị cài gói chromium, hoặc in thẳng từ trình duyệt bằng Ctrl+P");

    public static Error Busy { get; } = new("documents.printer-busy", "Máy chủ đang in nhiều tài liệu. Đợi một phút rồi bấm lại");

    public static Error Failed { get; } = new(
        "documents.print-failed",
        "Chưa in được PDF. Bấm lại; nếu vẫn chưa được, in thẳng từ trình duyệt bằng Ctrl+P và báo quản trị");

    /// <summary>The documents, in order, as one PDF.</summary>
    public Task<Result<byte[]>> PrintAsync(IReadOnlyList<OfficialDocument> documents, CancellationToken ct) =>
        PrintHtmlAsync(HtmlWriter.Page(documents), ct);

    public Task<Result<byte[]>> PrintAsync(OfficialDocument document, CancellationToken ct) => PrintAsync([document], ct);

    public void Dispose() => places.Dispose();

    /// <param name="html">A whole page of our own making, with its styles inside; nothing is fetched.</param>
    /// <param name="ct">Ends the print and its process.</param>
    public async Task<Result<byte[]>> PrintHtmlAsync(string html, CancellationToken ct)
    {
        var chromium = options.Chromium ?? UsualPlaces.FirstOrDefault(File.Exists);
        if (chromium is null || !File.Exists(chromium))
        {
            return NoChromium;
        }

        if (Interlocked.Increment(ref inside) > options.AtOnce + options.Waiting)
        {
            Interlocked.Decrement(ref inside);
            return Busy;
        }

        try
        {
            await places.WaitAsync(ct);
            try
            {
                return await PrintInFolderAsync(chromium, html, ct);
            }
            finally
            {
                places.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    private async Task<Result<byte[]>> PrintInFolderAsync(string chromium, string html, CancellationToken ct)
    {
        // Readable by this account alone: papers hold personal data.
        var folder = Directory.CreateTempSubdirectory("motcua-print-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            var pdf = Path.Combine(folder, "page.pdf");
            await File.WriteAllTextAsync(page, html, ct);
            if (!await RunAsync(chromium, folder, page, pdf, ct) || !File.Exists(pdf))
            {
                return Failed;
            }

            return await File.ReadAllBytesAsync(pdf, ct);
        }
        finally
        {
            Remove(folder);
        }
    }

    private async Task<bool> RunAsync(string chromium, string folder, string page, string pdf, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(options.Timeout);
        var start = new ProcessStartInfo(chromium) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in Arguments(folder, page, pdf))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return false;
        }

        // Its chatter is read and dropped, or a full pipe would stop it.
        var chatter = Task.WhenAll(process.StandardError.BaseStream.CopyToAsync(Stream.Null, timeout.Token), process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, timeout.Token));
        try
        {
            await process.WaitForExitAsync(timeout.Token);
            await chatter;
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            ct.ThrowIfCancellationRequested();
            return false;
        }
    }

    private static IEnumerable<string> Arguments(string folder, string page, string pdf)
    {
        yield return "--headless";
        yield return "--disable-gpu";
        yield return "--disable-dev-shm-usage";
        yield return "--disable-background-networking";
        yield return "--disable-component-update";
        yield return "--disable-extensions";
        yield return "--disable-sync";
        yield return "--no-first-run";
        yield return "--no-default-browser-check";
        yield return "--no-pdf-header-footer";
        yield return $"--user-data-dir={Path.Combine(folder, "profile")}";
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // Chromium refuses its sandbox to root; the page is our own and holds no script.
            yield return "--no-sandbox";
        }

        yield return $"--print-to-pdf={pdf}";
        yield return new Uri(page).AbsoluteUri;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // A dying child of Chromium may still write there; the system clears its temporary folder.
        }
        catch (UnauthorizedAccessException)
        {
        }
    }
}

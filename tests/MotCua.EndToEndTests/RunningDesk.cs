using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(MotCua.EndToEndTests.RunningDesk))]

namespace MotCua.EndToEndTests;

/// <summary>The real program with the demo ward on a private cluster in a temporary folder, and one Chromium.</summary>
public sealed class RunningDesk : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("motcua-e2e-").FullName;
    private Process? program;
    private IPlaywright? playwright;

    public string Address { get; private set; } = "";

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var port = FreePort();
        Address = $"http://localhost:{port}";
        program = Start(port);
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.First(File.Exists),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-component-update"],
        });
        await WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        playwright?.Dispose();
        if (program is { HasExited: false })
        {
            // SIGTERM, so that the program stops its own cluster.
            using var kill = Process.Start("kill", ["-TERM", program.Id.ToString()]);
            await kill.WaitForExitAsync();
            await program.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        }

        program?.Dispose();
        Directory.Delete(home, recursive: true);
    }

    /// <summary>Log-ins made before, so that a tile is pressed once a role.</summary>
    private readonly ConcurrentDictionary<string, string> sessions = new(StringComparer.Ordinal);

    /// <summary>A new window: 1366×768, or 390×844 like a phone; scripts may be off.</summary>
    public Task<IPage> OpenAsync(Screen screen) => OpenAsync(screen, session: null);

    private async Task<IPage> OpenAsync(Screen screen, string? session)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = screen.IsPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1366, Height = 768 },
            JavaScriptEnabled = screen.Scripts,
            Locale = "vi-VN",
            StorageState = session,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    /// <summary>A window of a role on no page yet, for one that goes straight to its address.</summary>
    public async Task<IPage> OpenBlankAsync(string role, Screen screen)
    {
        if (sessions.TryGetValue(role, out var session))
        {
            var known = await OpenAsync(screen, session);
            var answer = await known.APIRequest.GetAsync("/Account/Notices", new() { MaxRedirects = 0 });
            if (answer.Status == 200)
            {
                return known;
            }

            await known.Context.CloseAsync();
        }

        return await OpenAsAsync(role, screen);
    }

    /// <summary>Logged in by the demo's tile of a role; the cookie of an earlier log-in serves again.</summary>
    public async Task<IPage> OpenAsAsync(string role, Screen screen)
    {
        if (sessions.TryGetValue(role, out var session))
        {
            var known = await OpenAsync(screen, session);
            await known.GotoAsync("/");
            if (!known.Url.Contains("/Account/LogIn", StringComparison.Ordinal))
            {
                return known;
            }

            await known.Context.CloseAsync();
        }

        var page = await OpenAsync(screen);
        await page.GotoAsync("/Account/LogIn");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = role }).First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/Account/LogIn", StringComparison.Ordinal), new PageWaitForURLOptions { WaitUntil = WaitUntilState.DOMContentLoaded });
        sessions[role] = await page.Context.StorageStateAsync();
        return page;
    }

    private Process Start(int port)
    {
        var folder = AppContext.BaseDirectory.Replace("tests/MotCua.EndToEndTests", "src/MotCua.Web", StringComparison.Ordinal);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(folder, "MotCua.Web.dll"), "--port", port.ToString(), "--demo", "ward"])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MOTCUA_HOME"] = home;
        start.Environment.Remove("MOTCUA_DATABASE");
        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, e) => TestContext.Current.SendDiagnosticMessage(e.Data ?? "");
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        return started;
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient();
        for (var i = 0; i < 240; i++)
        {
            try
            {
                if ((await http.GetAsync($"{Address}/healthz")).StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(500);
        }

        throw new TimeoutException("The program did not come up in two minutes.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How a person looks at it.</summary>
public sealed record Screen(bool IsPhone, bool Scripts)
{
    public static readonly Screen Desktop = new(false, true);

    public static readonly Screen Phone = new(true, true);

    public static readonly Screen DesktopWithoutScripts = new(false, false);

    public static readonly Screen PhoneWithoutScripts = new(true, false);
}

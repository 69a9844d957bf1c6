using AngleSharp;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.TestKit;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests;

/// <summary>The whole web program in this process on a database of its own (IClassFixture&lt;Site&gt;); its clock stands on Friday 20/11/2026 09:42.</summary>
public sealed class Site(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly string home = Path.Combine(Path.GetTempPath(), $"motcua-site-{Ids.New():N}");
    private WebApplicationFactory<Program>? factory;

    public FakeClock Clock { get; } = new("20/11/2026 09:42");

    public string ConnectionString { get; private set; } = "";

    /// <summary>Set before the first request: the site behaves as a demo.</summary>
    public bool IsDemo { get; set; }

    public IServiceProvider Services => Factory.Services;

    private WebApplicationFactory<Program> Factory => factory ??= new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseSetting("MOTCUA_DATABASE", ConnectionString);
        host.UseSetting("MOTCUA_HOME", home);
        host.UseSetting("MOTCUA_WORKERS", "off");
        host.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(new DemoMode(IsDemo ? TimeSpan.Zero : null));
        });
    });

    public async ValueTask InitializeAsync() => ConnectionString = await postgres.NewDatabaseAsync();

    /// <summary>A new visitor with cookies of their own; redirects are not followed, so that a test sees them.</summary>
    public Browser NewBrowser() => new(Factory.CreateClient(new WebApplicationFactoryClientOptions
    {
        AllowAutoRedirect = false,
        BaseAddress = new Uri("http://localhost"),
    }));

    /// <summary>Runs one unit of work as a request would: in its own scope.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public async ValueTask DisposeAsync()
    {
        if (factory is not null)
        {
            await factory.DisposeAsync();
        }

        if (Directory.Exists(home))
        {
            Directory.Delete(home, recursive: true);
        }
    }
}

/// <summary>Reads pages and sends forms as a person would, without JavaScript.</summary>
public sealed class Browser(HttpClient client)
{
    public HttpClient Client => client;

    public async Task<IHtmlDocument> GetAsync(string address, int status = 200)
    {
        using var answer = await client.GetAsync(address);
        ((int)answer.StatusCode).ShouldBe(status, address);
        return await ReadAsync(answer);
    }

    /// <summary>Where a page sends on to.</summary>
    public async Task<string> RedirectOfAsync(string address)
    {
        using var answer = await client.GetAsync(address);
        ((int)answer.StatusCode).ShouldBeInRange(301, 303, address);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>Fills a form of the page and presses its button; what is not named keeps the value the page gave it.</summary>
    public Task<HttpResponseMessage> SendAsync(IHtmlFormElement form, params (string Name, string Value)[] values)
    {
        var changed = values.Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        var fields = form.Elements
            .Where(e => e is IHtmlInputElement { Name: not null } input && (input.Type is not ("checkbox" or "radio") || input.IsChecked) && input.Type is not ("submit" or "file" or "button")
                || e is IHtmlTextAreaElement { Name: not null } or IHtmlSelectElement { Name: not null })
            .Select(e => e switch
            {
                IHtmlInputElement input => (Name: input.Name!, input.Value),
                IHtmlTextAreaElement area => (Name: area.Name!, area.Value),
                IHtmlSelectElement select => (Name: select.Name!, Value: select.Value ?? ""),
                _ => throw new InvalidOperationException(),
            })
            .Where(f => !changed.Contains(f.Name))
            .Concat(values)
            .Select(f => KeyValuePair.Create(f.Name, f.Value));
        var action = form.GetAttribute("action");
        var address = string.IsNullOrEmpty(action) ? form.BaseUri : action;
        return form.Method == "get"
            ? client.GetAsync(address + "?" + string.Join('&', fields.Select(f => $"{Uri.EscapeDataString(f.Key)}={Uri.EscapeDataString(f.Value)}")))
            : client.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!.ToString();
        return (IHtmlDocument)await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Content(html).Address(address));
    }
}

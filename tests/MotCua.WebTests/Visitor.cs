using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Shouldly;

namespace MotCua.WebTests;

/// <summary>What came back: the document as a browser reads it, and where it sends on.</summary>
public sealed record WebPage(HttpStatusCode Status, IHtmlDocument Document, string Path, string? Location)
{
    public string Title => Document.Title ?? "";

    /// <summary>The words of the main region, white space made single.</summary>
    public string Words => string.Join(' ', (Document.QuerySelector("main") ?? Document.Body!).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public IElement One(string selector) => Document.QuerySelector(selector) ?? throw new ShouldAssertException($"No {selector} on {Path} ({Status}): {Words}");

    /// <summary>The lines of the error summary.</summary>
    public IReadOnlyList<string> Errors => [.. Document.QuerySelectorAll(".mc-errsum li").Select(e => e.TextContent.Trim())];

    public string? Flash => Document.QuerySelector("main > .mc-note[role=status]")?.TextContent.Trim();
}

/// <summary>A browser without scripts: keeps cookies, fills forms as they stand on the page, follows redirects when told.</summary>
public sealed class Visitor(HttpMessageHandler handler) : IDisposable
{
    private readonly CookieContainer cookies = new();
    private readonly HttpMessageInvoker invoker = new(handler);

    public static readonly Uri Host = new("http://localhost");

    public CookieContainer Cookies => cookies;

    public Task<WebPage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Host, path)));

    /// <summary>Opens a page and the pages it redirects to.</summary>
    public async Task<WebPage> OpenAsync(string path)
    {
        var page = await GetAsync(path);
        for (var hops = 0; page.Location is { } next && hops < 5; hops++)
        {
            page = await GetAsync(next);
        }

        return page;
    }

    /// <summary>Opens <paramref name="path"/> and submits its form; answers what the post answered, redirect not followed.</summary>
    public async Task<WebPage> FillAsync(string path, params (string Name, string Value)[] fields) => await SubmitAsync(await OpenAsync(path), "main form[method=post]", fields);

    /// <summary>Submits one form of a page: hidden fields, what stands in its boxes, then <paramref name="fields"/>.</summary>
    public Task<WebPage> SubmitAsync(WebPage page, string form, params (string Name, string Value)[] fields)
    {
        var element = (IHtmlFormElement)page.One(form);
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var values = element.Elements.OfType<IHtmlElement>().SelectMany(Standing).Where(f => !given.Contains(f.Name)).Concat(fields);
        var action = element.GetAttribute("action") is { Length: > 0 } a ? a : page.Path;
        return PostAsync(action, [.. values]);
    }

    public Task<WebPage> PostAsync(string path, params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Host, path))
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
    });

    /// <summary>Submits one form of a page with a file chosen in one of its boxes.</summary>
    public Task<WebPage> UploadAsync(WebPage page, string form, string box, string fileName, byte[] file, params (string Name, string Value)[] fields)
    {
        var element = (IHtmlFormElement)page.One(form);
        var given = fields.Select(f => f.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var content = new MultipartFormDataContent { { new ByteArrayContent(file), box, fileName } };
        foreach (var (name, value) in element.Elements.OfType<IHtmlElement>().SelectMany(Standing).Where(f => !given.Contains(f.Name)).Concat(fields))
        {
            content.Add(new StringContent(value), name);
        }

        var action = element.GetAttribute("action") is { Length: > 0 } a ? a : page.Path;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Host, action)) { Content = content });
    }

    /// <summary>Follows a redirect after a post.</summary>
    public async Task<WebPage> FollowAsync(WebPage page)
    {
        page.Location.ShouldNotBeNull($"{page.Path} answered {page.Status}: {string.Join("; ", page.Errors)} {page.Words}");
        return await OpenAsync(page.Location);
    }

    public async Task LogInAsync(string userName, string password)
    {
        var answer = await FillAsync("/Account/LogIn", ("UserName", userName), ("Password", password));
        answer.Status.ShouldBe(HttpStatusCode.Redirect, $"{userName} is not let in: {string.Join("; ", answer.Errors)} {answer.Words}");
    }

    public void Dispose() => invoker.Dispose();

    private static IEnumerable<(string Name, string Value)> Standing(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Type: "submit" or "button" or "file" } => [],
        IHtmlInputElement { Name: { Length: > 0 } name } input => [(name, input.Value)],
        IHtmlTextAreaElement { Name: { Length: > 0 } name } area => [(name, area.Value)],
        IHtmlSelectElement { Name: { Length: > 0 } name } select => [(name, select.Value ?? "")],
        _ => [],
    };

    private async Task<WebPage> SendAsync(HttpRequestMessage request)
    {
        if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        using var response = await invoker.SendAsync(request, CancellationToken.None);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            cookies.SetCookies(Host, cookie);
        }

        var location = response.Headers.Location is { } to ? (to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString) : null;
        var text = await response.Content.ReadAsStringAsync();
        return new WebPage(response.StatusCode, new HtmlParser().ParseDocument(text), request.RequestUri!.PathAndQuery, location);
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MotCua.WebTests.Notices;

/// <summary>A message gateway on 127.0.0.1: takes each id once, answers 409 to a repetition, and misbehaves as told.</summary>
public sealed class LocalGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private LocalGateway(WebApplication app) => this.app = app;

    public sealed record Request(string Id, string? Key, string? Authorization, string Channel, string To, string Text);

    public string Url { get; private set; } = "";

    /// <summary>Every request, repetitions too.</summary>
    public ConcurrentQueue<Request> Requests { get; } = [];

    /// <summary>What a person's telephone would have got.</summary>
    public ConcurrentDictionary<string, Request> Delivered { get; } = [];

    /// <summary>How the next requests are answered, in order, instead of being taken.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> Faults { get; } = [];

    /// <summary>The next request is taken, and the answer is lost.</summary>
    public bool LosesAnswer { get; set; }

    public static async Task<LocalGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{LocalMail.FreePort()}");
        var app = builder.Build();
        var gateway = new LocalGateway(app);
        app.Run(gateway.AnswerAsync);
        await app.StartAsync();
        gateway.Url = app.Urls.Single() + "/send";
        return gateway;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    public void Answer(int status, params (string Name, string Value)[] headers) => Faults.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        return Task.CompletedTask;
    });

    private async Task AnswerAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        string Part(string name) => json.RootElement.GetProperty(name).GetString()!;
        var request = new Request(Part("id"), context.Request.Headers["Idempotency-Key"], context.Request.Headers.Authorization, Part("channel"), Part("to"), Part("text"));
        Requests.Enqueue(request);
        if (Faults.TryDequeue(out var fault))
        {
            await fault(context);
            return;
        }

        var isNew = Delivered.TryAdd(request.Key!, request);
        if (LosesAnswer)
        {
            LosesAnswer = false;
            context.Abort();
            return;
        }

        context.Response.StatusCode = isNew ? 202 : 409;
        await context.Response.WriteAsJsonAsync(new { id = $"gw-{request.Id[^4..]}" });
    }
}

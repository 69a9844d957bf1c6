using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MotCua.Foundation;

/// <summary>
/// Work in the background of a web program: as long as there is some, piece by piece, each in a scope of its own; then it rests.
/// A failure is logged and never ends the worker. A stop waits for the piece in hand.
/// </summary>
public abstract class Worker(IServiceScopeFactory scopes, TimeProvider clock, ILogger log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    /// <summary>How long it rests when there is nothing to do.</summary>
    protected virtual TimeSpan Rest => TimeSpan.FromSeconds(3);

    /// <returns>True when it did something and there may be more.</returns>
    protected abstract Task<bool> WorkAsync(IServiceProvider services, CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The program is not held up while it starts.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            var rest = Rest;
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                if (await WorkAsync(scope.ServiceProvider, stoppingToken))
                {
                    continue;
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "{Worker} failed and goes on", GetType().Name);
                rest = AfterFailure;
            }

            try
            {
                await Task.Delay(rest, clock, stoppingToken);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}

/// <summary>Does the outbox.</summary>
public sealed class OutboxWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<OutboxWorker> log) : Worker(scopes, clock, log)
{
    protected override Task<bool> WorkAsync(IServiceProvider services, CancellationToken ct) => services.GetRequiredService<OutboxRunner>().RunAsync(ct);
}

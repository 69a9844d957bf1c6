using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers.Recomputations;
using MotCua.Foundation;

namespace MotCua.Web.Pages.Admin.Calendar;

/// <summary>Carries decided recomputations on, a thousand dossiers a transaction, also after a restart. Several nodes may do so at once.</summary>
public sealed partial class RecomputationWorker(IServiceScopeFactory scopes, ILogger<RecomputationWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CarryOnAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The database may be away for a while; the next tick tries again where this one stopped.
                Failed(log, e);
            }
        }
    }

    private async Task CarryOnAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var running = await scope.ServiceProvider.GetRequiredService<MotCuaDb>().Recomputations.AsNoTracking()
            .Where(r => r.State == RecomputationState.Running).OrderBy(r => r.DecidedAt).Select(r => r.Id).ToListAsync(ct);
        foreach (var id in running)
        {
            await using var chunk = scopes.CreateAsyncScope();
            var carry = chunk.ServiceProvider.GetRequiredService<CarryOutRecomputation>();
            while (await carry.RunAsync(new CarryOutRecomputation.Input(id), ct) is { Succeeded: true, Value: > 0 })
            {
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A recomputation of due dates could not go on; it is tried again")]
    private static partial void Failed(ILogger log, Exception e);
}

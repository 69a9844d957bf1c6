using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>Sends e-mail.</summary>
public sealed class EmailWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EmailWorker> log) : Worker(scopes, clock, log)
{
    protected override Task<bool> WorkAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<SendNotice>().RunAsync(new SendNotice.Input(NoticeChannel.Email), ct);
}

/// <summary>Sends SMS and chat.</summary>
public sealed class GatewayWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<GatewayWorker> log) : Worker(scopes, clock, log)
{
    protected override Task<bool> WorkAsync(IServiceProvider services, CancellationToken ct) =>
        services.GetRequiredService<SendNotice>().RunAsync(new SendNotice.Input(NoticeChannel.Sms, NoticeChannel.Chat), ct);
}

/// <summary>Looks twice a minute whether a morning digest is due.</summary>
public sealed class DigestWorker(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DigestWorker> log) : Worker(scopes, clock, log)
{
    protected override TimeSpan Rest => TimeSpan.FromSeconds(30);

    protected override async Task<bool> WorkAsync(IServiceProvider services, CancellationToken ct)
    {
        await services.GetRequiredService<OrderDigests>().RunAsync(ct);
        return false;
    }
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Dossiers.Watchdogs;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>
/// Table of contents. An act writes an outbox row (<see cref="NoticeQueue"/>, <see cref="NoticeOrder"/>, <see cref="OrderDigests"/>);
/// a worker turns it into deliveries (<see cref="WriteDossierNotice"/>, <see cref="WriteOrderedNotice"/>, <see cref="WriteDigest"/>), in
/// the words of <see cref="NoticeTemplates"/> or the office's own (<see cref="NoticeWording"/>); other workers send them
/// (<see cref="SendNotice"/>, <see cref="SmtpChannel"/>, <see cref="GatewayChannel"/>).
/// </summary>
public static class NoticesModule
{
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<SealedSecret>();
        services.AddScoped<ChannelSettings>();
        services.AddScoped<NoticeWriter>();
        services.AddScoped<DeliveryQueue>();
        services.AddScoped<SmtpChannel>();
        services.AddScoped<GatewayChannel>();
        services.AddHttpClient(GatewayChannel.ClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });

        services.AddScoped<SendNotice>();
        services.AddScoped<SaveSmtp>();
        services.AddScoped<SaveGateway>();
        services.AddScoped<SaveAttempts>();
        services.AddScoped<OrderTestNotice>();
        services.AddScoped<ChangeWording>();
        services.AddScoped<ResetWording>();
        services.AddScoped<SendAgain>();
        services.AddScoped<RetryOutbox>();
        services.AddScoped<ReadNotices>();
        services.AddScoped<ChooseNotices>();
        services.AddScoped<OrderDigests>();
        foreach (var line in DigestLines.All)
        {
            services.AddSingleton(line);
        }

        // What the leader's cockpit counts, by the same query.
        foreach (var (set, text) in DigestLines.Watched)
        {
            services.AddSingleton(s => new DigestLine(text, OfficeRole.Signer, async (_, scope, ct) =>
                (await s.GetRequiredService<WatchQuery>().CountsAsync(scope.Agencies, [set], null, ct))[set.Slug]));
        }

        return services
            .AddOutbox<WriteDossierNotice, NoticeQueue.Message>(NoticeQueue.Kind, (write, message, ct) => write.RunAsync(message, ct))
            .AddOutbox<WriteOrderedNotice, NoticeOrder>(NoticeOrder.Kind, (write, order, ct) => write.RunAsync(order, ct))
            .AddOutbox<WriteDigest, WriteDigest.Input>(OrderDigests.Kind, (write, input, ct) => write.RunAsync(input, ct));
    }

    /// <summary>The workers of one web program; any number of programs may run them side by side.</summary>
    public static IServiceCollection AddNoticeWorkers(this IServiceCollection services) => services
        .AddHostedService<OutboxWorker>()
        .AddHostedService<EmailWorker>()
        .AddHostedService<GatewayWorker>()
        .AddHostedService<DigestWorker>();

    private static IServiceCollection AddOutbox<TCase, TPayload>(this IServiceCollection services, string kind, Func<TCase, TPayload, CancellationToken, Task> work)
        where TCase : class => services
        .AddScoped<TCase>()
        .AddSingleton(new OutboxHandler(kind, (scope, message, ct) =>
            work(scope.GetRequiredService<TCase>(), JsonSerializer.Deserialize<TPayload>(message.Payload, JsonColumn.Options)!, ct)));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.WebTests.Dossiers;
using Shouldly;

namespace MotCua.WebTests.Notices;

/// <summary>What the workers of a node do, step by step and without waiting.</summary>
internal static class NoticeRun
{
    /// <summary>Does the whole outbox.</summary>
    public static async Task DrainAsync(this DeskApp app)
    {
        while (await app.InScopeAsync(s => s.GetRequiredService<OutboxRunner>().RunAsync(default)))
        {
            // The next one.
        }
    }

    /// <summary>One attempt at every delivery that is due.</summary>
    public static async Task SendAsync(this DeskApp app)
    {
        foreach (var channel in new[] { NoticeChannel.Email, NoticeChannel.Sms, NoticeChannel.Chat })
        {
            for (var i = 0; i < 50 && await app.WithDbAsync(db => db.NoticeDeliveries.AnyAsync(d => d.State == DeliveryState.Waiting && d.Channel == channel && d.DueAt <= app.Clock.Now().Instant)); i++)
            {
                await app.SendOneAsync(channel);
            }
        }
    }

    /// <summary>What an earlier test left waiting is not to be sent in this one.</summary>
    public static Task ForgetWaitingAsync(this DeskApp app) => app.ExecuteAsync("update notice_deliveries set state = 'skipped' where state = 'waiting'");

    public static Task<bool> SendOneAsync(this DeskApp app, NoticeChannel channel) => app.InScopeAsync(s => s.GetRequiredService<SendNotice>().RunAsync(new(channel), default));

    public static Task UseMailAsync(this DeskApp app, SmtpSettings? settings) => app.InScopeAsync(async s =>
    {
        var saved = await s.GetRequiredService<SaveSmtp>().RunAsync(new(settings), default, default);
        saved.Succeeded.ShouldBeTrue(saved.Error?.ToString());
        return true;
    });

    public static Task UseGatewayAsync(this DeskApp app, GatewaySettings? settings) => app.InScopeAsync(async s =>
    {
        var saved = await s.GetRequiredService<SaveGateway>().RunAsync(new(settings), default, default);
        saved.Succeeded.ShouldBeTrue(saved.Error?.ToString());
        return true;
    });

    public static SmtpSettings To(LocalMail mail, SmtpSecurity security = SmtpSecurity.None) => new("127.0.0.1", mail.Port, security, "motcua@anbinh.gov.vn") { FromName = "UBND xã An Bình", TimeoutSeconds = 5 };

    /// <summary>A dossier received at the counter from somebody with these addresses.</summary>
    public static Task<string> ReceiveFromAsync(this DossierOffice office, string name, string? email, string? phone) => office.AsAsync(office.Hanh, async services =>
    {
        var form = office.FormOf(name);
        var received = await services.GetRequiredService<ReceiveDossier>().RunAsync(new(form with { Applicant = form.Applicant! with { Email = email, Phone = phone } }, Ids.New()), default);
        received.Succeeded.ShouldBeTrue(received.Error?.ToString());
        return received.Value;
    });

    /// <summary>What became of a dossier's notices, oldest first.</summary>
    public static Task<List<NoticeDelivery>> DeliveriesOfAsync(this DeskApp app, string code) => app.WithDbAsync(async db =>
    {
        var id = await db.Dossiers.Where(d => d.Code == code).Select(d => d.Id).SingleAsync();
        return await db.NoticeDeliveries.AsNoTracking().Where(d => d.DossierId == id).OrderBy(d => d.EventSeq).ThenBy(d => d.Channel).ToListAsync();
    });

    public static async Task<NoticeDelivery> OneAsync(this DeskApp app, string code, NoticeChannel channel) => (await app.DeliveriesOfAsync(code)).Single(d => d.Channel == channel);

    public static Task<List<NoticeDelivery>> InAppOfAsync(this DeskApp app, OfficerId officer) =>
        app.WithDbAsync(db => db.NoticeDeliveries.AsNoTracking().Where(d => d.OfficerId == officer && d.Channel == NoticeChannel.InApp).OrderBy(d => d.CreatedAt).ThenBy(d => d.Id).ToListAsync());
}

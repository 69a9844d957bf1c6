using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;

namespace MotCua.Web.Pages.Admin.Notices;

public sealed record DeliveryRow(
    DeliveryId Id, string Template, NoticeChannel Channel, string Recipient, AgencyId? AgencyId, string? Code, string Subject, string Body,
    DeliveryState State, DeliveryReason? Reason, string? Detail, int Attempts, DateTimeOffset DueAt, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, string? GatewayId)
{
    /// <summary>What the notice is about, by its template's name.</summary>
    public string Name => NoticeTemplates.Find(Template)?.Name ?? Template;

    public bool MaySendAgain => State is DeliveryState.Stuck or DeliveryState.Failed or DeliveryState.Skipped && Recipient.Length > 0;
}

/// <summary>Which deliveries a list shows.</summary>
public enum DeliveryTab
{
    Attention,
    Waiting,
    Sent,
    Skipped,
}

/// <summary>The deliveries of the agencies that the officer sees; those in no agency's name only for who administers all.</summary>
public sealed class DeliveryList(MotCuaDb db, CurrentOfficer officer)
{
    private static readonly Dictionary<DeliveryTab, DeliveryState[]> StatesOf = new()
    {
        [DeliveryTab.Attention] = [DeliveryState.Stuck, DeliveryState.Failed],
        [DeliveryTab.Waiting] = [DeliveryState.Waiting],
        [DeliveryTab.Sent] = [DeliveryState.Sent],
        [DeliveryTab.Skipped] = [DeliveryState.Skipped],
    };

    public async Task<IReadOnlyDictionary<DeliveryTab, int>> CountsAsync(NoticeChannel? channel, string? text, CancellationToken ct)
    {
        var byState = await Narrowed(channel, text).GroupBy(d => d.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return StatesOf.ToDictionary(t => t.Key, t => t.Value.Sum(s => byState.GetValueOrDefault(s)));
    }

    public async Task<IReadOnlyList<DeliveryRow>> RowsAsync(DeliveryTab tab, NoticeChannel? channel, string? text, int skip, int take, CancellationToken ct)
    {
        var states = StatesOf[tab];
        return await Rows(Narrowed(channel, text).Where(d => states.Contains(d.State)).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Skip(skip).Take(take)).ToListAsync(ct);
    }

    public Task<DeliveryRow?> FindAsync(DeliveryId id, CancellationToken ct) => Rows(Seen().Where(d => d.Id == id)).SingleOrDefaultAsync(ct);

    public Task<int> StuckMessagesAsync(CancellationToken ct) => db.Outbox.CountAsync(m => m.StuckAt != null && m.DoneAt == null, ct);

    private IQueryable<NoticeDelivery> Seen()
    {
        var seen = officer.SeenAgencies();
        var all = officer.AdministersAll;
        return db.NoticeDeliveries.AsNoTracking().Where(d => d.AgencyId == null ? all : seen.Contains(d.AgencyId.Value));
    }

    // Notices in the program always arrive and are shown only when asked for.
    private IQueryable<NoticeDelivery> Narrowed(NoticeChannel? channel, string? text)
    {
        var rows = channel is { } one ? Seen().Where(d => d.Channel == one) : Seen().Where(d => d.Channel != NoticeChannel.InApp);
        if (text?.Trim() is not { Length: > 0 } query)
        {
            return rows;
        }

        var code = DossierCode.FromScan(query);
        var address = NoticeAddress.Mobile(query).Number ?? query;
        var dossiers = db.Dossiers;
        return rows.Where(d => d.Recipient == address || dossiers.Any(o => o.Id == d.DossierId && o.Code == code));
    }

    private IQueryable<DeliveryRow> Rows(IQueryable<NoticeDelivery> deliveries) =>
        from d in deliveries
        join o in db.Dossiers on d.DossierId equals (DossierId?)o.Id into dossiers
        from o in dossiers.DefaultIfEmpty()
        select new DeliveryRow(
            d.Id, d.Template, d.Channel, d.Recipient, d.AgencyId, o == null ? null : o.Code, d.Subject, d.Body,
            d.State, d.Reason, d.Detail, d.Attempts, d.DueAt, d.CreatedAt, d.SentAt, d.GatewayId);
}

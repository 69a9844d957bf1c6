using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>What a notice tells of.</summary>
/// <param name="Source">See <see cref="NoticeDelivery.Source"/>; the same source reaches an address once.</param>
/// <param name="Template">A key of <see cref="NoticeTemplates"/>.</param>
/// <param name="Values">By the names of <see cref="NoticePlaces"/>.</param>
public sealed record NoticeAbout(string Source, string Template, IReadOnlyDictionary<string, string> Values)
{
    public AgencyId? AgencyId { get; init; }

    public DossierId? DossierId { get; init; }

    public int? EventSeq { get; init; }

    /// <summary>A path in this program.</summary>
    public string? Link { get; init; }
}

/// <summary>To whom, by which channel; or why it cannot be sent, which is kept as well.</summary>
public sealed record NoticeTo(NoticeChannel Channel, string Address, OfficerId? Officer = null, DeliveryReason? NotSentBecause = null);

/// <summary>Puts notices into words and writes the deliveries; one that is there already is left alone.</summary>
public sealed class NoticeWriter(MotCuaDb db, ChannelSettings settings, TimeProvider clock)
{
    private const string Insert =
        """
        insert into notice_deliveries (id, source, template, channel, recipient, agency_id, dossier_id, event_seq, officer_id, subject, body, link,
            state, reason, attempts, due_at, created_at, sent_at)
        values (@Id, @Source, @Template, @Channel, @Recipient, @AgencyId, @DossierId, @EventSeq, @OfficerId, @Subject, @Body, @Link,
            @State, @Reason, 0, @DueAt, @CreatedAt, @SentAt)
        on conflict (source, channel, recipient) do nothing
        """;

    private Dictionary<(string, NoticeChannel), NoticeWording>? wordings;

    /// <summary>To a citizen, by every channel that this office uses; what cannot be sent is kept with the reason.</summary>
    public async Task ToCitizenAsync(NoticeAbout about, string? email, string? phone, CancellationToken ct)
    {
        var gateway = await settings.GatewayAsync(ct);
        List<NoticeTo> to = [ByEmail(email, await settings.SmtpAsync(ct) is not null), ByPhone(NoticeChannel.Sms, phone, gateway is { Sms: true })];
        if (gateway is { Chat: true })
        {
            to.Add(ByPhone(NoticeChannel.Chat, phone, isOn: true));
        }

        await WriteAsync(about, to, ct);
    }

    /// <summary>To officers: in the program always, by e-mail when they want it and it can be sent.</summary>
    public async Task ToOfficersAsync(NoticeAbout about, IReadOnlyCollection<OfficerId> officers, CancellationToken ct)
    {
        var template = NoticeTemplates.Find(about.Template)!;
        var people = await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.Email }).ToListAsync(ct);
        var choices = await db.NoticeChoices.AsNoTracking().Where(c => officers.Contains(c.OfficerId)).ToDictionaryAsync(c => c.OfficerId, ct);
        var mailIsOn = await settings.SmtpAsync(ct) is not null;
        var to = new List<NoticeTo>();
        foreach (var person in people)
        {
            to.Add(new NoticeTo(NoticeChannel.InApp, person.Id.Value.ToString(), person.Id));
            var choice = choices.GetValueOrDefault(person.Id) ?? NoticeChoice.Default(person.Id);
            if (mailIsOn && choice.ByEmail(template) && NoticeAddress.Email(person.Email) is { } address)
            {
                to.Add(new NoticeTo(NoticeChannel.Email, address, person.Id));
            }
        }

        await WriteAsync(about, to, ct);
    }

    /// <summary>To addresses that somebody typed.</summary>
    public async Task WriteAsync(NoticeAbout about, IEnumerable<NoticeTo> to, CancellationToken ct)
    {
        var now = clock.Now();
        foreach (var one in to)
        {
            var delivery = NoticeDelivery.Of(about, one, await WordsAsync(about, one.Channel, ct), now);
            await db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(Insert, Row(delivery), db.Database.CurrentTransaction?.GetDbTransaction(), cancellationToken: ct));
        }
    }

    private static NoticeTo ByEmail(string? email, bool isOn) =>
        string.IsNullOrWhiteSpace(email) ? new NoticeTo(NoticeChannel.Email, "", NotSentBecause: DeliveryReason.NoEmail)
        : NoticeAddress.Email(email) is not { } address ? new NoticeTo(NoticeChannel.Email, "", NotSentBecause: DeliveryReason.BadEmail)
        : new NoticeTo(NoticeChannel.Email, address, NotSentBecause: isOn ? null : DeliveryReason.ChannelOff);

    private static NoticeTo ByPhone(NoticeChannel channel, string? phone, bool isOn)
    {
        var (number, why) = NoticeAddress.Mobile(phone);
        return new NoticeTo(channel, number ?? "", NotSentBecause: why ?? (isOn ? null : DeliveryReason.ChannelOff));
    }

    private async Task<NoticeWords> WordsAsync(NoticeAbout about, NoticeChannel channel, CancellationToken ct)
    {
        wordings ??= (await db.NoticeWordings.AsNoTracking().ToListAsync(ct)).ToDictionary(w => (w.Template, w.Channel));
        var words = wordings.GetValueOrDefault((about.Template, channel)) is { } own
            ? new NoticeWords(own.Subject, own.Body)
            : NoticeTemplates.Find(about.Template)!.WordsFor(channel);
        return Filled(words, channel, about.Values);
    }

    /// <summary>A template's words with the values in their places.</summary>
    public static NoticeWords Filled(NoticeWords words, NoticeChannel channel, IReadOnlyDictionary<string, string> values) => new(
        NoticeText.Fill(words.Subject, values, NoticeText.LongestSubject).ReplaceLineEndings(" "),
        NoticeText.Fill(words.Body, values, channel is NoticeChannel.Sms or NoticeChannel.Chat ? NoticeText.LongestShort : null));

    private static object Row(NoticeDelivery d) => new
    {
        Id = d.Id.Value,
        d.Source,
        d.Template,
        Channel = d.Channel.Text(),
        d.Recipient,
        AgencyId = d.AgencyId?.Value,
        DossierId = d.DossierId?.Value,
        d.EventSeq,
        OfficerId = d.OfficerId?.Value,
        d.Subject,
        d.Body,
        d.Link,
        State = d.State.Text(),
        Reason = d.Reason?.Text(),
        d.DueAt,
        d.CreatedAt,
        d.SentAt,
    };
}

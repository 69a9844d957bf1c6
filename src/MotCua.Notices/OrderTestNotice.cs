using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>A try of a channel ("gửi thử"): like any other notice it is written now and sent by a worker.</summary>
public sealed class OrderTestNotice(MotCuaDb db, NoticeWriter writer, ChannelSettings settings, TimeProvider clock)
{
    public sealed record Input(NoticeChannel Channel, string? To);

    /// <returns>The delivery, to watch what comes of it.</returns>
    public async Task<Result<DeliveryId>> RunAsync(Input input, OfficerId by, AgencyId agency, CancellationToken ct)
    {
        var address = input.Channel is NoticeChannel.Email ? NoticeAddress.Email(input.To) : NoticeAddress.Mobile(input.To).Number;
        if (address is null)
        {
            return input.Channel is NoticeChannel.Email ? NoticeErrors.BadEmail() : NoticeErrors.BadPhone();
        }

        if (input.Channel is NoticeChannel.InApp || !await settings.IsOnAsync(input.Channel, ct))
        {
            return NoticeErrors.ChannelOff();
        }

        var source = $"test:{Ids.New()}";
        await writer.WriteAsync(
            new NoticeAbout(source, OfficerTemplates.Test, new Dictionary<string, string>(StringComparer.Ordinal)) { AgencyId = agency }, [new NoticeTo(input.Channel, address)], ct);
        await db.NoteAsync("notices.tested", input.Channel.Text(), by, clock.Now(), ct);
        return await db.NoticeDeliveries.Where(d => d.Source == source).Select(d => d.Id).SingleAsync(ct);
    }
}

using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>An ordered notice becomes deliveries.</summary>
public sealed class WriteOrderedNotice(NoticeWriter writer)
{
    public async Task RunAsync(NoticeOrder input, CancellationToken ct)
    {
        var about = new NoticeAbout(input.Source, input.Template, input.Values)
        {
            AgencyId = input.Agency is { } agency ? new AgencyId(agency) : null,
            Link = input.Link is ['/', not '/', ..] or "/" ? input.Link : null,
        };
        await writer.ToOfficersAsync(about, [.. input.Officers.Select(o => new OfficerId(o))], ct);
        await writer.WriteAsync(about, input.Addresses.Select(a => new NoticeTo(a.Channel, a.To)), ct);
    }
}

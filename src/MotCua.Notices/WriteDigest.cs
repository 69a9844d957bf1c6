using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>Counts one officer's morning and tells it; nothing is sent when there is nothing to do.</summary>
public sealed class WriteDigest(MotCuaDb db, NoticeWriter writer, OfficeClocks clocks, IEnumerable<DigestLine> lines, TimeProvider clock)
{
    private const string Roles =
        """
        select role, agency_id from role_assignments
        where officer_id = @officer and valid_from <= @day and (valid_to is null or valid_to >= @day)
        union
        select g.role, g.agency_id
        from delegations d join role_assignments g on g.officer_id = d.from_officer_id and d.roles ? g.role
        where d.to_officer_id = @officer and d.valid_from <= @day and d.valid_to >= @day and g.valid_from <= @day and (g.valid_to is null or g.valid_to >= @day)
        """;

    public sealed record Input(Guid Officer, DateOnly Day);

    public async Task RunAsync(Input input, CancellationToken ct)
    {
        var officer = new OfficerId(input.Officer);
        var now = clock.Now();
        var home = await db.Officers.Where(o => o.Id == officer).Select(o => o.AgencyId).SingleAsync(ct);
        var agencyClock = await clocks.ForAsync(home, ct);
        var soon = agencyClock.AfterDays(now.Instant, 2);
        var connection = db.Database.GetDbConnection();
        var held = (await connection.QueryAsync<(string Role, Guid AgencyId)>(new CommandDefinition(Roles, new { officer = officer.Value, day = input.Day }, cancellationToken: ct)))
            .Select(r => (Role: Snake.Parse<OfficeRole>(r.Role), Agency: new AgencyId(r.AgencyId))).ToList();
        var told = new List<string>();
        foreach (var line in lines)
        {
            var agencies = held.Where(h => line.Role is null || h.Role == line.Role).Select(h => h.Agency).Distinct().ToList();
            if (line.Role is not null && agencies.Count == 0)
            {
                continue;
            }

            var count = await line.CountAsync(connection, new DigestScope(officer, agencies, now.Instant, input.Day, soon), ct);
            if (count > 0)
            {
                told.Add(string.Format(line.Text, Vietnamese.Number(count)));
            }
        }

        if (told.Count > 0)
        {
            await writer.ToOfficersAsync(AboutOf(input, home, told), [officer], ct);
        }
    }

    private static NoticeAbout AboutOf(Input input, AgencyId home, IEnumerable<string> told) => new(
        $"digest:{input.Day:yyyy-MM-dd}:{input.Officer}",
        OfficerTemplates.Digest,
        new Dictionary<string, string>(StringComparer.Ordinal) { ["ngay"] = Vietnamese.LongDate(input.Day), ["viec"] = string.Join('\n', told) })
    {
        AgencyId = home,
        Link = "/Inbox",
    };
}

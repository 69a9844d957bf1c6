using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>
/// From 07:00 of a working day each agency's officers get their morning digest. The node that writes the agency's row of the day
/// orders it, the others find the row; a schedule with tables of its own would add nothing to that. A program that starts later
/// in the morning makes up for it, after noon no more.
/// </summary>
public sealed class OrderDigests(MotCuaDb db, OfficeClocks clocks, TimeProvider clock)
{
    public static readonly TimeOnly From = new(7, 0);

    public static readonly TimeOnly Until = new(12, 0);

    /// <summary>The kind of the outbox messages; the payload is <see cref="WriteDigest.Input"/>.</summary>
    public const string Kind = "digest";

    /// <returns>True when an agency's digest was ordered.</returns>
    public async Task<bool> RunAsync(CancellationToken ct)
    {
        var now = clock.Now();
        if (now.Time < From || now.Time >= Until)
        {
            return false;
        }

        var waiting = (await db.Database.GetDbConnection().QueryAsync<Guid>(new CommandDefinition(
            """
            select distinct o.agency_id from officers o
            where o.valid_from <= @Day and (o.valid_to is null or o.valid_to >= @Day)
              and not exists (select from notice_digests g where g.agency_id = o.agency_id and g.day = @Day)
            """,
            new { now.Day },
            cancellationToken: ct))).ToList();
        var ordered = false;
        foreach (var agency in waiting.Select(a => new AgencyId(a)))
        {
            if ((await clocks.ForAsync(agency, ct)).Calendar.IsWorkingDay(now.Day))
            {
                ordered |= await OrderAsync(agency, now, ct);
            }
        }

        return ordered;
    }

    private async Task<bool> OrderAsync(AgencyId agency, Moment now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var officers = await db.Officers
            .Where(o => o.AgencyId == agency && o.ValidFrom <= now.Day && (o.ValidTo == null || o.ValidTo >= now.Day)).Select(o => o.Id).ToListAsync(ct);
        var claimed = await db.Database.GetDbConnection().ExecuteAsync(new CommandDefinition(
            "insert into notice_digests (agency_id, day, created_at, officers) values (@Agency, @Day, @Instant, @Count) on conflict do nothing",
            new { Agency = agency.Value, now.Day, now.Instant, officers.Count },
            transaction.GetDbTransaction(),
            cancellationToken: ct));
        if (claimed == 0)
        {
            return false;
        }

        db.Outbox.AddRange(officers.Select(o => OutboxMessage.Of(Kind, new WriteDigest.Input(o.Value, now.Day), now)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>A person has mended what was wrong: deliveries that were given up, refused or not sent are tried again.</summary>
public sealed class SendAgain(MotCuaDb db, CurrentOfficer officer, TimeProvider clock)
{
    /// <summary>The most that one act takes.</summary>
    public const int Most = 500;

    public sealed record Input(IReadOnlyCollection<DeliveryId> Deliveries);

    /// <returns>How many wait again; those of agencies that the officer does not administer are left alone.</returns>
    public async Task<Result<int>> RunAsync(Input input, CancellationToken ct)
    {
        var ids = input.Deliveries.Take(Most).ToList();
        var now = clock.Now();
        var count = 0;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var values = ids.Select(i => i.Value).ToArray();
        foreach (var delivery in await db.NoticeDeliveries.FromSql($"select * from notice_deliveries where id = any({values}) order by id for update").ToListAsync(ct))
        {
            var mine = delivery.AgencyId is { } agency ? officer.Holds(OfficeRole.Administrator, agency) : officer.AdministersAll;
            if (mine && delivery.SendAgain(now))
            {
                count++;
            }
        }

        if (count > 0)
        {
            await db.NoteAsync("notices.sent-again", $"{count}", officer.Id, now, ct);
        }

        await transaction.CommitAsync(ct);
        return count;
    }
}

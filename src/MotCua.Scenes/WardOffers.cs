using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Scenes;

/// <summary>A procedure that people come for, with how often.</summary>
internal sealed record Offer(string Code, ProcedureVersion Version, TimeLimit Limit, double Weight);

internal static class WardOffers
{
    /// <summary>What most people come for, in visits a hundred; the rest of the list shares what remains.</summary>
    private static readonly Dictionary<string, double> Often = new(StringComparer.Ordinal)
    {
        ["2.000815"] = 22, ["2.000884"] = 8, ["1.004873"] = 9, ["1.001193"] = 7, ["2.000635"] = 8, ["1.000894"] = 4, ["1.000656"] = 3,
        ["1.004884"] = 3, ["1.004859"] = 3, ["1.001731"] = 2, ["1.011607"] = 2, ["1.012812"] = 1, ["1.004194"] = 2, ["2.001035"] = 2,
    };

    public static async Task<IReadOnlyList<Offer>> LoadAsync(MotCuaDb db, DateOnly day, CancellationToken ct)
    {
        var versions = await db.ProcedureVersions.AsNoTracking()
            .Where(v => v.Status == VersionStatus.Published && v.ValidFrom <= day && (v.ValidTo == null || v.ValidTo >= day))
            .ToListAsync(ct);
        var codes = await db.Procedures.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Code, ct);
        var usable = versions
            .Where(v => v.Level.Contains("xã", StringComparison.OrdinalIgnoreCase))
            .Select(v => (Version: v, Limit: v.LimitFor(FilingChannel.Direct), Code: codes[v.ProcedureId]))
            .Where(v => v.Limit is { Unit: not LimitUnit.None, Count: < 60 })
            .OrderBy(v => v.Code, StringComparer.Ordinal)
            .ToList();
        var rare = usable.Count(v => !Often.ContainsKey(v.Code));
        return [.. usable.Select(v => new Offer(v.Code, v.Version, v.Limit!.Value, Often.GetValueOrDefault(v.Code, 24.0 / Math.Max(1, rare))))];
    }
}

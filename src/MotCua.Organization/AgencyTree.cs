using System.Collections.Concurrent;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Organization;

/// <summary>One agency of the tree with its versions, oldest first.</summary>
public sealed record AgencyNode(AgencyId Id, string Code, IReadOnlyList<AgencyStage> Stages)
{
    /// <summary>Who took its work over when it was merged, split or abolished, and from which day.</summary>
    public IReadOnlyList<AgencyHeir> Heirs { get; init; } = [];
}

/// <summary>An agency that took over another's work from a day on ("cơ quan kế thừa").</summary>
public sealed record AgencyHeir(AgencyId To, DateOnly Day);

/// <summary>One version as the tree keeps it; <paramref name="ValidTo"/> is inclusive.</summary>
public sealed record AgencyStage(string Name, AgencyLevel Level, AgencyId? ParentId, DateOnly ValidFrom, DateOnly? ValidTo);

/// <summary>All agencies with their dates, read once and kept in memory. Immutable.</summary>
public sealed class AgencyTree
{
    private const string Read =
        """
        select a.id, a.code, v.name, v.level, v.parent_id, v.valid_from, v.valid_to
        from agencies a join agency_versions v on v.agency_id = a.id
        order by a.code, v.valid_from
        """;

    private const string ReadHeirs =
        """
        select from_id, to_id, day from agency_successions
        where to_id is not null and to_id <> from_id and kind in ('merge', 'split', 'abolish')
        order by day
        """;

    private readonly Dictionary<AgencyId, AgencyNode> byId;
    private readonly Dictionary<string, AgencyNode> byCode;
    private readonly ConcurrentDictionary<DateOnly, ILookup<AgencyId?, AgencyNode>> places = new();

    private AgencyTree(IReadOnlyList<AgencyNode> nodes)
    {
        All = nodes;
        byId = nodes.ToDictionary(n => n.Id);
        byCode = nodes.ToDictionary(n => n.Code, StringComparer.Ordinal);
    }

    public static AgencyTree Empty { get; } = new([]);

    /// <summary>Every agency that ever was, by code.</summary>
    public IReadOnlyList<AgencyNode> All { get; }

    public static AgencyTree Of(IEnumerable<AgencyNode> nodes) =>
        new([.. nodes.Select(n => n with { Stages = [.. n.Stages.OrderBy(s => s.ValidFrom)] }).OrderBy(n => n.Code, StringComparer.Ordinal)]);

    public static async Task<AgencyTree> LoadAsync(MotCuaDb db, CancellationToken ct = default)
    {
        var rows = await db.Database.GetDbConnection().QueryAsync<Row>(new CommandDefinition(Read, cancellationToken: ct));
        var heirs = (await db.Database.GetDbConnection().QueryAsync<HeirRow>(new CommandDefinition(ReadHeirs, cancellationToken: ct))).ToLookup(h => h.FromId);
        return Of(rows.GroupBy(r => (r.Id, r.Code)).Select(g => new AgencyNode(
            new AgencyId(g.Key.Id),
            g.Key.Code,
            [.. g.Select(r => new AgencyStage(
                r.Name,
                Snake.Parse<AgencyLevel>(r.Level)!.Value,
                r.ParentId is { } parent ? new AgencyId(parent) : null,
                r.ValidFrom,
                r.ValidTo))])
        {
            Heirs = [.. heirs[g.Key.Id].Select(h => new AgencyHeir(new AgencyId(h.ToId), h.Day))],
        }));
    }

    public AgencyNode? ByCode(string? code) => code is null ? null : byCode.GetValueOrDefault(code);

    public AgencyNode? ById(AgencyId id) => byId.GetValueOrDefault(id);

    public string CodeOf(AgencyId id) => byId[id].Code;

    /// <summary>The version in force on the day, or null.</summary>
    public AgencyStage? StageAt(AgencyId id, DateOnly day) =>
        ById(id)?.Stages.LastOrDefault(s => DateRange.Contains(s.ValidFrom, s.ValidTo, day));

    /// <summary>The version in force; of an agency that has ended the last one, of one yet to come the first.</summary>
    public AgencyStage? PlaceAt(AgencyId id, DateOnly day) =>
        ById(id) is { } node ? node.Stages.LastOrDefault(s => s.ValidFrom <= day) ?? node.Stages[0] : null;

    /// <summary>Its name on the day, or the nearest name it had.</summary>
    public string NameOf(AgencyId id, DateOnly day) => PlaceAt(id, day)?.Name ?? "";

    /// <summary>Its parent on the day, or the nearest it had.</summary>
    public AgencyId? ParentOf(AgencyId id, DateOnly day) => PlaceAt(id, day)?.ParentId;

    public IEnumerable<AgencyNode> RootsAt(DateOnly day) => Under(null, day).Where(n => StageAt(n.Id, day) is not null);

    /// <summary>Direct children in force on the day, by code.</summary>
    public IReadOnlyList<AgencyNode> ChildrenOf(AgencyId id, DateOnly day) =>
        [.. Under(id, day).Where(n => StageAt(n.Id, day) is not null)];

    /// <summary>Children that ended before the day (or come after it) and keep their place under this agency in figures.</summary>
    public IReadOnlyList<AgencyNode> OtherChildrenOf(AgencyId id, DateOnly day) =>
        [.. Under(id, day).Where(n => StageAt(n.Id, day) is null)];

    /// <summary>
    /// The agency and all under it as the tree stood on the day. An ended agency keeps its place under its last parent,
    /// so nothing leaves a province's total (CONTRACT 5).
    /// </summary>
    public IReadOnlySet<AgencyId> WithDescendants(AgencyId id, DateOnly day)
    {
        var found = new HashSet<AgencyId> { id };
        var open = new Queue<AgencyId>([id]);
        while (open.TryDequeue(out var next))
        {
            foreach (var child in Under(next, day))
            {
                if (found.Add(child.Id))
                {
                    open.Enqueue(child.Id);
                }
            }
        }

        return found;
    }

    /// <summary>True when <paramref name="id"/> is <paramref name="above"/> or stands under it.</summary>
    public bool IsWithin(AgencyId id, AgencyId above, DateOnly day)
    {
        var seen = new HashSet<AgencyId>();
        for (AgencyId? at = id; at is { } here && seen.Add(here); at = ParentOf(here, day))
        {
            if (here == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The agencies that carry on the work of one that has ended by the day, through several mergers if need be; the agency
    /// itself while it is in force.
    /// </summary>
    public IReadOnlySet<AgencyId> HeirsOf(AgencyId id, DateOnly day)
    {
        var heirs = new HashSet<AgencyId>();
        var open = new Queue<AgencyId>([id]);
        var seen = new HashSet<AgencyId> { id };
        while (open.TryDequeue(out var next))
        {
            if (StageAt(next, day) is not null)
            {
                heirs.Add(next);
                continue;
            }

            foreach (var heir in (ById(next)?.Heirs ?? []).Where(h => h.Day <= day && seen.Add(h.To)))
            {
                open.Enqueue(heir.To);
            }
        }

        return heirs;
    }

    /// <summary>Agencies that have ended by the day and whose work this one carries on.</summary>
    public IEnumerable<AgencyId> InheritedBy(AgencyId heir, DateOnly day) =>
        All.Where(n => n.Heirs.Count > 0 && StageAt(n.Id, day) is null && HeirsOf(n.Id, day).Contains(heir)).Select(n => n.Id);

    /// <summary>The agencies above, highest first, then the agency itself.</summary>
    public IReadOnlyList<AgencyId> PathTo(AgencyId id, DateOnly day)
    {
        var path = new List<AgencyId>();
        for (AgencyId? at = id; at is { } here && !path.Contains(here); at = ParentOf(here, day))
        {
            path.Insert(0, here);
        }

        return path;
    }

    private IEnumerable<AgencyNode> Under(AgencyId? parent, DateOnly day)
    {
        if (places.Count > 64)
        {
            places.Clear();
        }

        return places.GetOrAdd(day, d => All.ToLookup(n => PlaceAt(n.Id, d)!.ParentId))[parent];
    }

    private sealed record HeirRow(Guid FromId, Guid ToId, DateOnly Day);

    private sealed record Row(Guid Id, string Code, string Name, string Level, Guid? ParentId, DateOnly ValidFrom, DateOnly? ValidTo);
}

/// <summary>Keeps the tree of this process and reads it again when any process has changed an agency.</summary>
public sealed class AgencyTrees
{
    private volatile Kept current = new("", AgencyTree.Empty);

    public async Task<AgencyTree> CurrentAsync(MotCuaDb db, CancellationToken ct = default)
    {
        var revision = await db.Database.GetDbConnection().ExecuteScalarAsync<string>(
            new CommandDefinition("select value from settings where key = 'agencies.revision'", cancellationToken: ct));
        return await CurrentAsync(db, revision ?? "", ct);
    }

    /// <summary>For callers that have read the revision together with something else.</summary>
    internal async Task<AgencyTree> CurrentAsync(MotCuaDb db, string revision, CancellationToken ct)
    {
        if (current.Revision != revision)
        {
            current = new(revision, await AgencyTree.LoadAsync(db, ct));
        }

        return current.Tree;
    }

    private sealed record Kept(string Revision, AgencyTree Tree);
}

using System.Runtime.CompilerServices;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>An agency found, with the agency above it to tell namesakes apart.</summary>
public sealed record AgencyHit(AgencyId Id, string Code, string Name, string? Above);

/// <summary>Agencies in force by code, or by words of the name with or without marks; over the tree in memory.</summary>
public static class AgencyLookup
{
    private static readonly ConditionalWeakTable<AgencyTree, IReadOnlyList<Entry>> Keys = [];

    // "ubnd xa an binh" is looked for as "an binh".
    private static readonly string[] Kinds = ["ubnd ", "xa ", "phuong ", "dac khu ", "tinh ", "thanh pho ", "so "];

    public static IReadOnlyList<AgencyHit> Find(AgencyTree tree, string text, DateOnly day, int most)
    {
        var key = Vietnamese.SearchKey(text);
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (key.Length < 2)
        {
            return [];
        }

        return [.. Keys.GetValue(tree, EntriesOf)
            .Where(e => DateRange.Contains(e.Stage.ValidFrom, e.Stage.ValidTo, day))
            .Select(e => (Entry: e, Rank: RankOf(e, text.Trim(), key, words)))
            .Where(e => e.Rank is not null)
            .OrderBy(e => e.Rank).ThenBy(e => e.Entry.Key.Length).ThenBy(e => e.Entry.Node.Code, StringComparer.Ordinal)
            .Take(most)
            .Select(e => new AgencyHit(
                e.Entry.Node.Id, e.Entry.Node.Code, e.Entry.Stage.Name, e.Entry.Stage.ParentId is { } above ? tree.NameOf(above, day) : null))];
    }

    private static List<Entry> EntriesOf(AgencyTree tree) =>
        [.. tree.All.SelectMany(n => n.Stages.Select(s => new Entry(n, s, Vietnamese.SearchKey(s.Name))))];

    private static int? RankOf(Entry entry, string code, string key, string[] words)
    {
        if (entry.Node.Code.StartsWith(code, StringComparison.OrdinalIgnoreCase))
        {
            return entry.Node.Code.Length == code.Length ? 0 : 1;
        }

        if (WithoutKind(entry.Key).StartsWith(WithoutKind(key), StringComparison.Ordinal))
        {
            return 2;
        }

        var padded = $" {entry.Key}";
        return Array.TrueForAll(words, w => padded.Contains($" {w}", StringComparison.Ordinal)) ? 3 : null;
    }

    private static string WithoutKind(string key)
    {
        foreach (var kind in Kinds)
        {
            key = key.StartsWith(kind, StringComparison.Ordinal) ? key[kind.Length..] : key;
        }

        return key;
    }

    private sealed record Entry(AgencyNode Node, AgencyStage Stage, string Key);
}

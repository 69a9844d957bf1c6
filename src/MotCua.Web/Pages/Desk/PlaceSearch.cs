using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Desk;

/// <summary>An agency found by its name or code.</summary>
/// <param name="Above">The agency over it.</param>
/// <param name="Exact">Its whole name, or its code, was typed.</param>
public sealed record PlaceHit(AgencyId Id, string Code, string Name, string? Above, bool Exact);

/// <summary>A box for a place: what was typed, what fits, what is chosen; drawn by _PlaceField.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Chosen">The id of an agency, or <see cref="ActTyped.AsTyped"/>.</param>
/// <param name="Hits">Agencies that fit.</param>
/// <param name="AnyPlace">A place outside this system may be named.</param>
public sealed record PlaceField(string? Typed, string? Chosen, IReadOnlyList<PlaceHit> Hits, bool AnyPlace)
{
    public required string Label { get; init; }

    public bool Focus { get; init; }
}

/// <summary>Agencies in force whose name holds every typed word, with or without marks, or whose code was typed.</summary>
public static class PlaceSearch
{
    private const int Most = 8;

    /// <param name="tree">All agencies.</param>
    /// <param name="typed">Words of a name, or a code.</param>
    /// <param name="day">In force on this day.</param>
    /// <param name="home">Its neighbours come first; it is not found itself.</param>
    public static IReadOnlyList<PlaceHit> Find(AgencyTree tree, string? typed, DateOnly day, AgencyId home)
    {
        var key = Vietnamese.SearchKey(typed ?? "");
        if (key.Length < 2)
        {
            return [];
        }

        var words = key.Split(' ');
        return
        [
            .. (from agency in tree.All
                where agency.Id != home
                let stage = tree.StageAt(agency.Id, day)
                where stage is not null
                let name = Vietnamese.SearchKey(stage.Name)
                let code = Vietnamese.SearchKey(agency.Code)
                where code == key || Holds(name, words)
                let exact = name == key || code == key
                orderby exact descending, stage.ParentId == tree.ParentOf(home, day) descending, name.Length, agency.Code
                select new PlaceHit(agency.Id, agency.Code, stage.Name, stage.ParentId is { } above ? tree.NameOf(above, day) : null, exact)).Take(Most),
        ];
    }

    /// <summary>The typed words still speak of the agency: a choice made before they were changed does not count.</summary>
    public static bool Fits(string? typed, string name, string code)
    {
        var key = Vietnamese.SearchKey(typed ?? "");
        return key.Length == 0 || key == Vietnamese.SearchKey(code) || Holds(Vietnamese.SearchKey(name), key.Split(' '));
    }

    private static bool Holds(string name, string[] words) => words.All(w => name.Contains(w, StringComparison.Ordinal));
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Web.Pages.Public;

/// <summary>The agency that a public page speaks for: its place, the one above, where to ask.</summary>
public sealed class PublicFrame(MotCuaDb db, AgencyTrees trees, TimeProvider time)
{
    public static readonly Shown Nobody = new("", null, new AgencyContact());

    /// <param name="Place">"xã An Bình"; empty when the page speaks for no agency in particular.</param>
    /// <param name="Above">"Tỉnh Hòa Giang".</param>
    public sealed record Shown(string Place, string? Above, AgencyContact Contact)
    {
        /// <summary>How the office is called in a sentence: Xã, Phường, Đặc khu, or Cơ quan.</summary>
        public string Office => Place.Split(' ')[0].ToLowerInvariant() switch
        {
            "xã" => "Xã",
            "phường" => "Phường",
            "đặc" => "Đặc khu",
            _ => "Cơ quan",
        };
    }

    public Task<AgencyTree> TreeAsync(CancellationToken ct) => trees.CurrentAsync(db, ct);

    /// <summary>For a dossier's desk; null shows the only top agency, or none where there are several.</summary>
    public async Task<Shown> OfAsync(AgencyId? agency, CancellationToken ct)
    {
        var (tree, day) = (await TreeAsync(ct), time.Now().Day);
        if ((agency ?? (tree.RootsAt(day).Take(2).ToList() is [var only] ? only.Id : null)) is not { } id)
        {
            return Nobody;
        }

        var contact = await db.Agencies.AsNoTracking().Where(a => a.Id == id).Select(a => a.Contact).SingleOrDefaultAsync(ct) ?? new AgencyContact();
        return new Shown(PlaceOf(tree.NameOf(id, day)), tree.ParentOf(id, day) is { } above ? Capital(PlaceOf(tree.NameOf(above, day))) : null, contact);
    }

    /// <summary>"UBND xã An Bình" → "xã An Bình".</summary>
    public static string PlaceOf(string agencyName)
    {
        foreach (var start in new[] { "UBND ", "Ủy ban nhân dân ", "Uỷ ban nhân dân " })
        {
            if (agencyName.StartsWith(start, StringComparison.OrdinalIgnoreCase))
            {
                return agencyName[start.Length..];
            }
        }

        return agencyName;
    }

    private static string Capital(string place) => place.Length == 0 ? place : $"{char.ToUpperInvariant(place[0])}{place[1..]}";
}

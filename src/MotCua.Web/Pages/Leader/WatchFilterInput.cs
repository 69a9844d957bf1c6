using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using MotCua.Dossiers.Watchdogs;
using MotCua.Organization;

namespace MotCua.Web.Pages.Leader;

/// <summary>What the address of a list says; every part may be missing or broken.</summary>
public sealed class WatchFilterInput
{
    private const int LongestText = 200;

    [FromQuery(Name = "q")]
    public string? Q { get; set; }

    [FromQuery(Name = "linh-vuc")]
    public string? Field { get; set; }

    /// <summary>Agency code.</summary>
    [FromQuery(Name = "don-vi")]
    public string? Agency { get; set; }

    [FromQuery(Name = "buoc")]
    public string? Place { get; set; }

    [FromQuery(Name = "nguoi")]
    public string? Officer { get; set; }

    [FromQuery(Name = "tu")]
    public string? From { get; set; }

    [FromQuery(Name = "den")]
    public string? To { get; set; }

    [FromQuery(Name = "trang")]
    public string? Page { get; set; }

    public string Text => Q is null ? "" : Q.Trim()[..Math.Min(Q.Trim().Length, LongestText)];

    public int PageNumber => int.TryParse(Page, out var page) ? Math.Clamp(page, 1, 100_000) : 1;

    public Guid? OfficerId => Guid.TryParse(Officer, out var id) ? id : null;

    public DateOnly? FromDay => DayOf(From);

    public DateOnly? ToDay => DayOf(To);

    public string? PlaceName => WatchSql.Places.Contains(Place) ? Place : null;

    public bool IsNarrowed => Text.Length > 0 || !string.IsNullOrEmpty(Field) || PlaceName is not null || OfficerId is not null || !string.IsNullOrEmpty(Agency);

    public WatchFilter Filter => new() { Text = Text, Field = string.IsNullOrEmpty(Field) ? null : Field, Place = PlaceName, Officer = OfficerId, From = FromDay, To = ToDay };

    /// <summary>The agencies of the list: all that the officer sees, or the named one with those under it.</summary>
    /// <returns>Empty when the named one is none that the officer sees.</returns>
    public static IReadOnlyList<AgencyId> AgenciesOf(string? code, CurrentOfficer officer, DateOnly today)
    {
        var seen = officer.SeenAgencies();
        if (string.IsNullOrWhiteSpace(code))
        {
            return seen;
        }

        return officer.Agencies.ByCode(code.Trim()) is { } agency ? [.. officer.Agencies.WithDescendants(agency.Id, today).Intersect(seen)] : [];
    }

    private static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}

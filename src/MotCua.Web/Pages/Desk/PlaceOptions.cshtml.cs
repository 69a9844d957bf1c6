using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Desk;

/// <summary>Agencies by what the officer typed: the rows of a place box, and a page of its own without JavaScript.</summary>
[Allow]
public sealed class PlaceOptionsModel(CurrentOfficer officer, TimeProvider clock) : PageModel
{
    [FromQuery(Name = "Where")]
    public string? Typed { get; set; }

    /// <summary>A place outside this system may be named.</summary>
    [FromQuery(Name = "ngoai")]
    public bool AnyPlace { get; set; }

    public bool IsFragment => Request.Headers.ContainsKey("HX-Request");

    public IReadOnlyList<PlaceHit> Hits => PlaceSearch.Find(officer.Agencies, Typed, clock.Now().Day, officer.AgencyId);
}

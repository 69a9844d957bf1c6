using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Desk;

/// <summary>The rows of a search as radio buttons of the form that holds them.</summary>
public sealed record ProcedureChoices(string FieldName, string Query, IReadOnlyList<ProcedureHit> Hits, ProcedureVersionId? Chosen = null);

/// <summary>Procedures by what the officer typed: a fragment for the intake form, a page of its own without JavaScript.</summary>
[Allow(OfficeRole.Receptionist, OfficeRole.Specialist, OfficeRole.Clerk, OfficeRole.Signer, OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed partial class ProcedureOptionsModel(MotCuaDb db, TimeProvider clock) : PageModel
{
    private const int Most = 8;

    [FromQuery]
    public string? Q { get; set; }

    /// <summary>Name of the radio buttons; what holds something else than letters and dots is not used.</summary>
    [FromQuery]
    public string? Field { get; set; }

    public string Name => Field is { } name && FieldName().IsMatch(name) ? name : "Version";

    public bool IsFragment => Request.Headers.ContainsKey("HX-Request");

    public IReadOnlyList<ProcedureHit> Hits { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Q))
        {
            Hits = await ProcedureSearch.FindAsync(db, Q, clock.Now().Day, Most, ct);
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z.]{0,39}\z")]
    private static partial Regex FieldName();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Finds a dossier by whatever the person at the counter can say.</summary>
[Allow]
public sealed class SearchModel(DossierSearch search, Text t) : PageModel
{
    private const int LongestQuery = 300;

    [FromQuery(Name = "q")]
    public string? Query { get; set; }

    [FromQuery(Name = "trang")]
    public int PageNumber { get; set; } = 1;

    public SearchAnswer Answer { get; private set; } = new(null, [], 0);

    public bool Asked => !string.IsNullOrWhiteSpace(Query);

    public Paging Paging => new(Math.Max(PageNumber, 1), DossierSearch.PageSize, Answer.Total, t["hồ sơ"]);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Asked)
        {
            return Page();
        }

        Query = Query!.Length <= LongestQuery ? Query : Query[..LongestQuery];
        Answer = await search.FindAsync(Query, PageNumber, ct);
        return Answer.Code is { } code ? Redirect($"/ho-so/{code}") : Page();
    }
}

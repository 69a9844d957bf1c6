using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Desk;

/// <summary>The bytes of one scan, to whoever may read the dossier and to nobody else.</summary>
[Allow]
public sealed class ScanFileModel(MotCuaDb db, CurrentOfficer officer, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string code, Guid id, bool tai, CancellationToken ct)
    {
        var file = await (
            from f in db.DossierFiles.AsNoTracking()
            join d in db.Dossiers on f.DossierId equals d.Id
            where f.Id == id && d.Code == code
            select new { f.FileName, f.ContentType, f.Sha256, d.AgencyId, d.DeskId, d.Legs }).SingleOrDefaultAsync(ct);
        if (file is null || !DossierDesk.Sees(officer, file.AgencyId, file.DeskId, file.Legs) || store.Open(file.Sha256) is not { } bytes)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue(tai ? "attachment" : "inline");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();

        // A scan may not load or run anything; it may be shown inside our own page.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(bytes, file.ContentType) { EnableRangeProcessing = true };
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using MotCua.Documents;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Registers;
using MotCua.Web.Security;

namespace MotCua.Web.Pages.Registers;

/// <summary>The bytes of a register's file, to whoever may read its record.</summary>
[Allow]
public sealed class FileModel(MotCuaDb db, CurrentOfficer officer, FileStore store) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var file = await db.RegisterAttachments.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, ct);
        if (file is null || !officer.Sees(file.AgencyId) || store.Open(file.Sha256) is not { } bytes)
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();

        // As a scan of a dossier: it may not load or run anything.
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
        Response.Headers.CacheControl = "private, no-store";
        return new FileStreamResult(bytes, file.ContentType) { EnableRangeProcessing = true };
    }
}

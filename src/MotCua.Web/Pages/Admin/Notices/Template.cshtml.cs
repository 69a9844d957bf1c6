using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Notices;
using MotCua.Organization;
using MotCua.Web.Security;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Admin.Notices;

/// <summary>The words of one notice by one channel: as they are, as they would read, and back to the built-in ones.</summary>
[Allow(OfficeRole.Administrator, OfficeRole.Auditor)]
public sealed class TemplateModel(MotCuaDb db, ChangeWording change, ResetWording reset, CurrentOfficer officer, Text t) : PageModel
{
    [FromQuery(Name = "ma")]
    public string? Key { get; set; }

    [FromQuery(Name = "kenh")]
    public NoticeChannel Channel { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    public NoticeTemplate Template { get; private set; } = null!;

    /// <summary>The office's own words, when it has any.</summary>
    public NoticeWording? Own { get; private set; }

    /// <summary>Filled with the sample dossier.</summary>
    public NoticeWords Preview { get; private set; } = new("", "");

    public bool HasSubject => Channel is NoticeChannel.Email or NoticeChannel.InApp;

    public bool IsShort => Channel is NoticeChannel.Sms or NoticeChannel.Chat;

    public bool MayChange => officer.AdministersAll;

    public IEnumerable<NoticePlace> Places => Template.Places.Select(p => NoticePlaces.Find(p)!);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        var words = Own is null ? Template.WordsFor(Channel) : new NoticeWords(Own.Subject, Own.Body);
        (Subject, Body) = (words.Subject, words.Body);
        Preview = NoticeWriter.Filled(words, Channel, NoticePlaces.Sample);
        return Page();
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        Show(ChangeWording.Check(Template, Input));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        var saved = await change.RunAsync(Input, officer.Id, ct);
        if (!saved.Succeeded)
        {
            ModelState.Refuse(t, saved.Error!);
            return Page();
        }

        TempData.Flash(t["Đã lưu lời báo. Tin lập từ bây giờ dùng lời này."]);
        return RedirectToPage(new { ma = Key, kenh = Channel });
    }

    public async Task<IActionResult> OnPostResetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct))
        {
            return NotFound();
        }

        if (!MayChange)
        {
            return this.Only(OfficeRole.Administrator);
        }

        await reset.RunAsync(new(Key!, Channel), officer.Id, ct);
        TempData.Flash(t["Đã trở về lời ban đầu."]);
        return RedirectToPage(new { ma = Key, kenh = Channel });
    }

    private ChangeWording.Input Input => new(Key!, Channel, Subject, Body);

    private void Show(Result<NoticeWords> words)
    {
        if (words.Succeeded)
        {
            Preview = NoticeWriter.Filled(words.Value, Channel, NoticePlaces.Sample);
        }
        else
        {
            ModelState.Refuse(t, words.Error!);
        }
    }

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        if (NoticeTemplates.Find(Key) is not { } template || !template.Channels.Contains(Channel))
        {
            return false;
        }

        Template = template;
        Own = await db.NoticeWordings.AsNoTracking().SingleOrDefaultAsync(w => w.Template == Key && w.Channel == Channel, ct);
        return true;
    }
}

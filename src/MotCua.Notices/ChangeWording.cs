using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>The office puts a notice into its own words; places that the template does not know are refused.</summary>
public sealed class ChangeWording(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Template, NoticeChannel Channel, string? Subject, string? Body);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        if (NoticeTemplates.Find(input.Template) is not { } template || !template.Channels.Contains(input.Channel))
        {
            return NoticeErrors.NoSuchTemplate();
        }

        var checked_ = Check(template, input);
        if (!checked_.Succeeded)
        {
            return checked_;
        }

        var words = checked_.Value;
        var now = clock.Now();
        var known = await db.NoticeWordings.SingleOrDefaultAsync(w => w.Template == input.Template && w.Channel == input.Channel, ct);
        if (known is null)
        {
            known = new NoticeWording { Template = input.Template, Channel = input.Channel, Subject = "", Body = "" };
            db.NoticeWordings.Add(known);
        }

        (known.Subject, known.Body, known.ChangedAt, known.ChangedBy) = (words.Subject, words.Body, now.Instant, by);
        await db.NoteAsync("notices.wording-changed", $"{input.Template}, {input.Channel.Text()}", by, now, ct);
        return Result.Ok();
    }

    /// <summary>The words as they would be kept, or what is wrong with them; also for a preview.</summary>
    public static Result<NoticeWords> Check(NoticeTemplate template, Input input)
    {
        var hasSubject = input.Channel is NoticeChannel.Email or NoticeChannel.InApp;
        var subject = hasSubject ? Vietnamese.Tidy(input.Subject ?? "") : "";
        var body = (input.Body ?? "").ReplaceLineEndings("\n").Normalize(System.Text.NormalizationForm.FormC).Trim();
        if (hasSubject && subject.Length == 0)
        {
            return NoticeErrors.Empty("Subject");
        }

        if (body.Length == 0)
        {
            return NoticeErrors.Empty("Body");
        }

        var isShort = input.Channel is NoticeChannel.Sms or NoticeChannel.Chat;
        var error = NoticeText.Check(subject, template.Places, NoticeText.LongestSubject, "Subject")
            ?? NoticeText.Check(body, template.Places, isShort ? 2 * NoticeText.LongestShort : NoticeText.LongestBody, "Body");
        if (error is not null)
        {
            return error;
        }

        var filled = NoticeText.Fill(body, NoticePlaces.Sample);
        return isShort && filled.Length > NoticeText.LongestShort
            ? NoticeErrors.TooLongFilled(filled.Length, NoticeText.LongestShort).At("Body")
            : new NoticeWords(subject, body);
    }
}

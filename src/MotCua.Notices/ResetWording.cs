using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>Back to the built-in words.</summary>
public sealed class ResetWording(MotCuaDb db, TimeProvider clock)
{
    public sealed record Input(string Template, NoticeChannel Channel);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        if (await db.NoticeWordings.SingleOrDefaultAsync(w => w.Template == input.Template && w.Channel == input.Channel, ct) is { } own)
        {
            db.NoticeWordings.Remove(own);
            await db.NoteAsync("notices.wording-reset", $"{input.Template}, {input.Channel.Text()}", by, clock.Now(), ct);
        }

        return Result.Ok();
    }
}

using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>An officer chooses what comes by e-mail as well.</summary>
public sealed class ChooseNotices(MotCuaDb db)
{
    public sealed record Input(bool WorkByEmail, bool DigestByEmail);

    public async Task<Result> RunAsync(Input input, OfficerId officer, CancellationToken ct)
    {
        var choice = await db.NoticeChoices.SingleOrDefaultAsync(c => c.OfficerId == officer, ct);
        if (choice is null)
        {
            choice = NoticeChoice.Default(officer);
            db.NoticeChoices.Add(choice);
        }

        (choice.WorkByEmail, choice.DigestByEmail) = (input.WorkByEmail, input.DigestByEmail);
        await db.SaveChangesAsync(ct);
        return Result.Ok();
    }
}

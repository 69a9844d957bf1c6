using MotCua.Foundation;
using MotCua.Organization;

namespace MotCua.Notices;

/// <summary>After how many attempts a delivery is given up.</summary>
public sealed class SaveAttempts(MotCuaDb db, ChannelSettings settings, TimeProvider clock)
{
    public sealed record Input(int Attempts);

    public async Task<Result> RunAsync(Input input, OfficerId by, CancellationToken ct)
    {
        if (input.Attempts is < 1 or > 20)
        {
            return NoticeErrors.BadAttempts();
        }

        await settings.SetAsync(ChannelSettings.AttemptsKey, input.Attempts.ToString(), ct);
        await db.NoteAsync("notices.attempts-saved", input.Attempts.ToString(), by, clock.Now(), ct);
        return Result.Ok();
    }
}

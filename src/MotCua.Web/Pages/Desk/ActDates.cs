using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Desk;

/// <summary>What the clock would say after an act, for the page that asks before it is done.</summary>
public sealed class ActDates(MotCuaDb db, OfficeClocks clocks)
{
    /// <summary>The deadline after the act; null when the act does not touch it.</summary>
    public async Task<Deadline?> AfterAsync(EventKind kind, string code, DateTimeOffset at, CancellationToken ct)
    {
        var (dossier, content) = await ReadAsync(code, ct);
        var clock = await clocks.ForAsync(dossier.AgencyId, ct);
        switch (kind)
        {
            case EventKind.Supplemented when dossier.StoppedAt is { } stopped:
                return dossier.OnSupplement is SupplementPolicy.Restart ? clock.Restart(dossier.Deadline, at) : clock.Resume(dossier.Deadline, stopped, at);
            case EventKind.Resumed when dossier.StoppedAt is { } stopped:
                return clock.Resume(dossier.Deadline, stopped, at);
            case EventKind.VerificationOpened:
                var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync(ct);
                return OpenVerification.DueUnder(OpenVerification.LimitOf(content, dossier), dossier, lines, clock, at);
            default:
                return null;
        }
    }

    /// <summary>The new date that the clock proposes in an apology.</summary>
    public async Task<DateOnly> ApologyDayAsync(string code, Moment now, CancellationToken ct)
    {
        var (dossier, content) = await ReadAsync(code, ct);
        return IssueApology.Suggest(dossier, content.Steps, await clocks.ForAsync(dossier.AgencyId, ct), now);
    }

    private async Task<(Dossier Dossier, ProcedureContent Content)> ReadAsync(string code, CancellationToken ct)
    {
        var row = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            where d.Code == code
            select new { Dossier = d, v.Content }).SingleAsync(ct);
        return (row.Dossier, row.Content);
    }
}

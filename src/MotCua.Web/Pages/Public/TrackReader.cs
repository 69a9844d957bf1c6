using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Public;

/// <summary>Reads one dossier for a citizen: row with procedure, ledger; names of officers only once the details are open.</summary>
public sealed class TrackReader(MotCuaDb db, PublicFrame frames, OfficeClocks clocks, TimeProvider time, Text t)
{
    /// <summary>Null when there is no dossier of that code.</summary>
    public async Task<TrackView?> FindAsync(string code, bool opened, CancellationToken ct)
    {
        var row = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            where d.Code == code
            select new { Dossier = d, v.Name }).SingleOrDefaultAsync(ct);
        if (row is null)
        {
            return null;
        }

        var dossier = row.Dossier;
        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == dossier.Id).OrderBy(e => e.Seq).ToListAsync(ct);
        var officers = lines.Select(l => l.OfficerId).OfType<OfficerId>().Distinct().ToList();
        var names = opened
            ? await db.Officers.AsNoTracking().Where(o => officers.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct)
            : [];
        var story = new TrackStory(dossier, lines, names, await frames.OfAsync(dossier.DeskId, ct), await frames.TreeAsync(ct), await clocks.ForAsync(dossier.AgencyId, ct), time.Now());
        return View(story, row.Name, opened);
    }

    private TrackView View(TrackStory story, string procedure, bool opened)
    {
        var (dossier, clock, now) = (story.Dossier, story.Clock, story.Now);
        var deadline = DossierLedger.CaseOf(story.Lines, dossier.FinishedAt ?? now.Instant);
        var ruler = deadline is null ? null : Ruler.Of(clock, deadline, now.Instant, dossier.FinishedAt, t, new RulerStyle
        {
            ForCitizens = true,
            ExtendedDue = dossier.ExtendedDue,
            Supplements = [.. story.Lines.Where(l => l.Kind is EventKind.SupplementRequested).Select(l => l.At)],
        });
        return new TrackView
        {
            Code = dossier.Code,
            ProcedureName = procedure,
            Applicant = MaskedName.Of(dossier.Applicant.Name),
            Status = dossier.Status,
            Where = dossier.Status is DossierStatus.InterAgency ? story.ElsewhereOr(t["cơ quan phối hợp"]) : null,
            Frame = story.Frame,
            Answer = new TrackWords(story, t).Answer(),
            Ruler = ruler,
            Days = ruler is null || deadline is null ? [] : clock.Explain(deadline),
            StandingPromise = ruler is not null && clock.Run(deadline!).DueDay != dossier.DueDay ? dossier.DueAt : null,
            HasNoLimit = deadline is not null && ruler is null,
            Steps = new TrackTimeline(story, t).Tell(),
            Details = opened ? Details(story) : null,
        };
    }

    private TrackDetails Details(TrackStory story)
    {
        var dossier = story.Dossier;
        return new TrackDetails
        {
            Papers = [.. dossier.Papers.Where(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong).Select(p => (p.Name, p.Reason))],
            Reason = story.Reason,
            FeeDong = dossier.FeeDong,
            ObligationDong = dossier.Status is DossierStatus.WaitingPayment ? (story.Last(EventKind.Paused)?.ReadFacts() as PauseFacts)?.Amount : null,
            PaidDong = dossier.PaidDong,
            MayRate = dossier.RatedAt is null && DossierMoves.All[EventKind.Rated].From.Contains(dossier.Status),
            Rating = dossier.Rating,
            ReturnHow = story.Facts.ReturnBy switch
            {
                FilingChannel.Postal => t["qua bưu chính"],
                FilingChannel.Online => t["bản điện tử, gửi qua tài khoản của anh/chị"],
                _ => t["trực tiếp tại {0}", story.Place(t)],
            },
        };
    }
}

/// <summary>One dossier and all that its words depend on.</summary>
public sealed record TrackStory(
    Dossier Dossier,
    IReadOnlyList<DossierEvent> Lines,
    IReadOnlyDictionary<OfficerId, string> Officers,
    PublicFrame.Shown Frame,
    AgencyTree Agencies,
    DeadlineClock Clock,
    Moment Now)
{
    public ReceivedFacts Facts { get; } = (ReceivedFacts)Lines[0].ReadFacts();

    public DossierEvent? Last(EventKind kind) => Lines.LastOrDefault(l => l.Kind == kind);

    /// <summary>Where a result is handed over: the centre and its place.</summary>
    public string Place(Text t) => $"{Frame.Contact.CentreName ?? t["Bộ phận Tiếp nhận và Trả kết quả"]}, {Frame.Place}";

    public string NameOf(AgencyId agency) => Agencies.NameOf(agency, Now.Day);

    public string ElsewhereOr(string other) =>
        Last(EventKind.Forwarded)?.ReadFacts() is TransferFacts facts && NameOf(facts.To) is { Length: > 0 } name ? name : other;

    /// <summary>Where a leg goes: an agency's name, or the place in words.</summary>
    public string PlaceOf(LegOrder leg) => leg.To is { } to && NameOf(to) is { Length: > 0 } name ? name : leg.ToWords ?? "";

    /// <summary>The cause of the apology with nothing personal in it; null without an apology.</summary>
    public string? ApologyCause(Text t) =>
        Last(EventKind.ApologyIssued)?.ReadFacts() is ApologyFacts facts ? PublicCause(facts, t, Dossier.Applicant.Name, Dossier.Submitter?.Name) : null;

    /// <summary>One of the list as it is; an imported line's own words without names and numbers.</summary>
    public static string PublicCause(ApologyFacts facts, Text t, params string?[] names)
    {
        var words = DelayCauses.Name(facts.Cause);
        return words == facts.Cause ? MaskedName.InText(words, names).TrimEnd('.') : t[words];
    }

    /// <summary>Officers' words about the present state: only for who gave a second fact.</summary>
    public string? Reason => Dossier.Status switch
    {
        DossierStatus.RefusedAtDoor => Facts.Reason,
        DossierStatus.WaitingSupplement => (Last(EventKind.SupplementRequested)?.ReadFacts() as ReasonFacts)?.Reason,
        DossierStatus.Stopped => (Last(EventKind.Stopped)?.ReadFacts() as FinishFacts)?.Reason,
        DossierStatus.Withdrawn => (Last(EventKind.Withdrawn)?.ReadFacts() as FinishFacts)?.Reason,
        DossierStatus.RefusedOnMerit => Last(EventKind.ResultReady) is { } line ? (line.ReadFacts() as ResultFacts)?.Reason ?? line.Note : null,
        _ when Dossier.StoppedAt is not null => (Last(EventKind.Paused)?.ReadFacts() as PauseFacts)?.Words,
        _ => null,
    };

    /// <summary>Working days past the first promise, to the finish, the stop or now; 0 when it is not late, or late by less than a day.</summary>
    public int DaysLate => Dossier.DueDay is { } due ? Clock.Calendar.WorkingDaysBetween(due, Moment.Of(JudgedAt).Day) : 0;

    public bool IsLate => Dossier.DueDay is not null && (Dossier.FinishedAt is null
        ? Clock.JudgePending(Dossier.Deadline, Now.Instant, Dossier.StoppedAt) is Verdict.Overdue
        : Dossier.Verdict is Verdict.Late);

    private DateTimeOffset JudgedAt => Dossier.StoppedAt ?? Dossier.FinishedAt ?? Now.Instant;
}

using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Reads one dossier for its pages in six queries: row with procedure, ledger, scans, proposals, corrections, names.</summary>
public sealed class DossierReader(MotCuaDb db, CurrentOfficer officer, OfficeClocks clocks, TimeProvider time, DossierHistory history, Text t)
{
    /// <summary>Null when there is none of that code among the records this officer may read.</summary>
    public async Task<DossierView?> FindAsync(string code, CancellationToken ct)
    {
        var row = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            join p in db.Procedures.IgnoreAutoIncludes() on d.ProcedureId equals p.Id
            where d.Code == code
            select new Row(d, v.Name, p.Code, v.Content)).SingleOrDefaultAsync(ct);
        if (row is null || !DossierDesk.Sees(officer, row.Dossier.AgencyId, row.Dossier.DeskId, row.Dossier.Legs))
        {
            return null;
        }

        var id = row.Dossier.Id;
        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == id).OrderBy(e => e.Seq).ToListAsync(ct);
        var files = await db.DossierFiles.AsNoTracking().Where(f => f.DossierId == id).OrderBy(f => f.PaperNumber).ThenByDescending(f => f.AddedAt).ToListAsync(ct);
        var proposals = await ProposalsAsync(id, ct);
        var corrections = await db.Dossiers.AsNoTracking().Where(d => d.CorrectionOf == code).OrderByDescending(d => d.ReceivedAt).Select(d => d.Code).ToListAsync(ct);
        var named = DossierHistory.Named(lines)
            .Concat(files.Select(f => f.AddedBy))
            .Concat(proposals.SelectMany(p => new[] { p.ProposedBy, p.DecidedBy }).Append(row.Dossier.HolderId).OfType<OfficerId>())
            .Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => named.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return View(row, lines, files, names, await clocks.ForAsync(row.Dossier.AgencyId, ct)) with
        {
            Legs = await LegsAsync(row.Dossier, ct),
            Proposals = [.. proposals.Select(p => Line(p, names))],
            Corrections = corrections,
            Forms = DossierForms.Of(lines, proposals.Any(p => p is { Kind: EventKind.ApologyIssued, Decision: null }), t),
        };
    }

    public CurrentOfficer Officer => officer;

    /// <summary>Officers of the agency who hold the role today, the unit's own first.</summary>
    public async Task<IReadOnlyList<OfficerChoice>> OfficersAsync(OfficeRole role, AgencyId agency, CancellationToken ct)
    {
        var today = time.Now().Day;
        return await (
            from r in db.Set<RoleAssignment>()
            join o in db.Officers on r.OfficerId equals o.Id
            where r.Role == role && r.AgencyId == agency && r.ValidFrom <= today && (r.ValidTo == null || r.ValidTo >= today)
                && o.ValidFrom <= today && (o.ValidTo == null || o.ValidTo >= today)
            orderby o.Name
            select new OfficerChoice(o.Id.Value, o.Name, o.Title)).Distinct().ToListAsync(ct);
    }

    private DossierView View(
        Row row, List<DossierEvent> lines, List<DossierFile> files, IReadOnlyDictionary<OfficerId, string> names, DeadlineClock clock)
    {
        var (dossier, now) = (row.Dossier, time.Now());
        var papers = dossier.Papers.Count > 0 ? dossier.Papers : [.. row.Content.Papers.Select((p, i) => new PaperCheck(i + 1, p.Name) { Originals = p.Originals, Certified = p.CertifiedCopies, Copies = p.Copies })];
        var state = StateOf(dossier, row.Content, clock, now);
        var (primary, acts) = DossierActs.For(state, officer);
        var story = DossierLedger.CaseOf(lines, dossier.FinishedAt ?? now.Instant);
        return new DossierView
        {
            Id = dossier.Id,
            Code = dossier.Code,
            Revision = dossier.Revision,
            ProcedureName = row.ProcedureName,
            ProcedureCode = row.ProcedureCode,
            Applicant = dossier.Applicant,
            Submitter = dossier.Submitter,
            Channel = dossier.Channel,
            Status = dossier.Status,
            AgencyName = officer.Agencies.NameOf(dossier.AgencyId, now.Day),
            DeskName = dossier.DeskId == dossier.AgencyId ? null : officer.Agencies.NameOf(dossier.DeskId, now.Day),
            HolderId = dossier.HolderId,
            HolderName = dossier.HolderId is { } holder ? names.GetValueOrDefault(holder) : null,
            Due = DueOf(clock, dossier, now),
            DueAt = dossier.DueAt,
            ExtendedDue = dossier.ExtendedDue,
            FinishedAt = dossier.FinishedAt,
            ReturnedAt = dossier.ReturnedAt,
            Verdict = dossier.Verdict,
            Apologised = dossier.ApologyAt is not null,
            Ruler = story is null ? null : Ruler.Of(clock, story, now.Instant, dossier.FinishedAt, t, new RulerStyle { ExtendedDue = dossier.ExtendedDue }),
            Days = story is null ? [] : clock.Explain(story),
            PromiseDiffers = story is not null && clock.Run(story).DueDay != dossier.DueDay,
            Papers = papers,
            Files = [.. files.Select(f => new FileLine(f.Id, f.PaperNumber, f.FileName, f.ContentType, f.Size, f.AddedAt, names.GetValueOrDefault(f.AddedBy, "")))],
            Steps = row.Content.Steps,
            Step = dossier.Step,
            History = history.Tell(lines, names, row.Content.Steps),
            BrokenAt = DossierLedger.FirstBroken(lines, dossier.LastSeq, dossier.LastHash),
            CorrectionOf = dossier.CorrectionOf,
            AdjustedDue = AdjustedDue(lines, dossier),
            MayRecall = DossierDesk.MayRecall(officer, dossier),
            SupplementRequests = dossier.SupplementRequests,
            OnSupplement = dossier.OnSupplement,
            HasSlip = dossier.Slip,
            RefusedAtDoor = dossier.RefusedAt is not null,
            LastEvent = lines.Count == 0 ? null : (lines[^1].Kind, lines[^1].OfficerId),
            Me = officer.Id,
            State = state,
            Primary = primary,
            Acts = acts,
            MayCheckPapers = papers.Count > 0 && DossierActs.CanHappen(EventKind.PapersChecked, state) && DossierActs.May(EventKind.PapersChecked, state, officer),
            MayScan = DossierActs.May(EventKind.Digitised, state, officer),
        };
    }

    private static ActState StateOf(Dossier dossier, ProcedureContent content, DeadlineClock clock, Moment now) => new ActState(
        dossier.Status, dossier.StoppedAt is not null, dossier.HolderId, dossier.AgencyId, dossier.DeskId, dossier.Step,
        [.. content.Steps.Select(s => s.Role)], dossier.Papers.Count(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong))
    {
        Legs = [.. dossier.Legs.Where(l => l.IsAwaited)],
        MayApologise = dossier is { DueDay: not null, ApologyAt: null },
        OwesApology = dossier is { FinishedAt: null, ApologyAt: null } && dossier.VerdictAt(clock, now.Instant) is Verdict.Overdue,
        FeeOpen = dossier.FeeDong > dossier.PaidDong,
    };

    public static DueText DueOf(DeadlineClock clock, Dossier dossier, Moment now) => DueWords.Of(
        clock,
        dossier.ReceivedAt is null ? default : new ClockState(dossier.Deadline, dossier.StoppedAt, dossier.FinishedAt, dossier.ExtendedDue),
        now.Instant);

    // What waits, and what was refused in the last month: the proposer must read why.
    private Task<List<Proposal>> ProposalsAsync(DossierId id, CancellationToken ct)
    {
        var since = time.Now().Instant.AddDays(-30).ToUniversalTime();
        return db.Proposals.AsNoTracking()
            .Where(p => p.DossierId == id && (p.DecidedAt == null || (p.Decision == ProposalDecision.Refused && p.DecidedAt > since)))
            .OrderBy(p => p.ProposedAt).ToListAsync(ct);
    }

    private ProposalLine Line(Proposal proposal, IReadOnlyDictionary<OfficerId, string> names) => new(
        proposal.Id,
        DossierActs.Of(proposal.Order) is { } act ? t[act.Label] : proposal.Kind.Text(),
        proposal.Order.Words,
        names.GetValueOrDefault(proposal.ProposedBy, ""),
        proposal.ProposedAt,
        proposal.ProposedBy == officer.Id,
        proposal.Remark,
        proposal.DecidedBy is { } leader ? names.GetValueOrDefault(leader) : null);

    private async Task<IReadOnlyList<LegLine>> LegsAsync(Dossier dossier, CancellationToken ct)
    {
        var now = time.Now();
        var legs = new List<LegLine>();
        foreach (var leg in dossier.Legs)
        {
            var clock = await clocks.ForAsync(leg.To ?? dossier.AgencyId, ct);
            var place = leg.To is { } agency ? officer.Agencies.NameOf(agency, now.Day) : leg.ToWords ?? "";
            var mine = leg.To is { } asked && DossierActs.AnswerLeg.Roles.Any(role => officer.Holds(role, asked));
            legs.Add(new LegLine(
                leg.No, leg.Kind, place, leg.Task, leg.SentAt, leg.After, DueOf(clock, leg, now), leg.AnsweredAt, leg.Answer, leg.Recalled, leg.Reported, mine));
        }

        return legs;
    }

    /// <summary>The leg's own deadline as a due cell shows it.</summary>
    public static DueText DueOf(DeadlineClock clock, DossierLeg leg, Moment now)
    {
        var limit = leg.DueAt is not null && TimeLimit.TryParse(leg.Limit, out var given) ? given : TimeLimit.None;
        var deadline = new Deadline(limit, leg.DueAt is { } due ? Moment.Of(due).Day : null, leg.DueAt);
        return DueWords.Of(clock, leg.SentAt is null ? default : new ClockState(deadline, null, leg.AnsweredAt, null), now.Instant);
    }

    private static DateOnly? AdjustedDue(List<DossierEvent> lines, Dossier dossier) =>
        lines.FindLast(l => l.Kind is EventKind.VerificationOpened) is { } line
        && ((VerificationFacts)line.ReadFacts()).Limit != ((ReceivedFacts)lines[0].ReadFacts()).Limit
            ? dossier.DueDay
            : null;

    private sealed record Row(Dossier Dossier, string ProcedureName, string ProcedureCode, ProcedureContent Content);
}

public sealed record OfficerChoice(Guid Id, string Name, string Title);

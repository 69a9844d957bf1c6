using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Documents;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;
using MotCua.Web.Shell;

namespace MotCua.Web.Pages.Desk;

/// <summary>Reads one dossier for its pages in four queries: row with procedure, ledger, scans, names.</summary>
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
        if (row is null || (!officer.Sees(row.Dossier.AgencyId) && !officer.Sees(row.Dossier.DeskId)))
        {
            return null;
        }

        var id = row.Dossier.Id;
        var lines = await db.DossierEvents.AsNoTracking().Where(e => e.DossierId == id).OrderBy(e => e.Seq).ToListAsync(ct);
        var files = await db.DossierFiles.AsNoTracking().Where(f => f.DossierId == id).OrderBy(f => f.PaperNumber).ThenByDescending(f => f.AddedAt).ToListAsync(ct);
        var named = DossierHistory.Named(lines).Concat(files.Select(f => f.AddedBy)).Concat(new[] { row.Dossier.HolderId }.OfType<OfficerId>()).Distinct().ToList();
        var names = await db.Officers.AsNoTracking().Where(o => named.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        return View(row, lines, files, names, await clocks.ForAsync(row.Dossier.AgencyId, ct));
    }

    public CurrentOfficer Officer => officer;

    /// <summary>What the date would be if the missing papers were taken now.</summary>
    public async Task<Deadline?> DeadlineAfterSupplementAsync(string code, DeadlineClock clock, Moment now, CancellationToken ct)
    {
        var dossier = await db.Dossiers.AsNoTracking().SingleAsync(d => d.Code == code, ct);
        return dossier.StoppedAt is not { } stopped ? null
            : dossier.OnSupplement is SupplementPolicy.Restart ? clock.Restart(dossier.Deadline, now.Instant)
            : clock.Resume(dossier.Deadline, stopped, now.Instant);
    }

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
        var state = new ActState(
            dossier.Status, dossier.StoppedAt is not null, dossier.HolderId, dossier.AgencyId, dossier.DeskId, dossier.Step,
            [.. row.Content.Steps.Select(s => s.Role)], dossier.Papers.Count(p => p.Verdict is PaperVerdict.Missing or PaperVerdict.Wrong));
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
            SupplementRequests = dossier.SupplementRequests,
            OnSupplement = dossier.OnSupplement,
            HasSlip = dossier.Slip,
            RefusedAtDoor = dossier.RefusedAt is not null,
            LastEvent = lines.Count == 0 ? null : (lines[^1].Kind, lines[^1].OfficerId),
            Me = officer.Id,
            State = state,
            Primary = primary,
            Acts = acts,
            MayCheckPapers = papers.Count > 0 && DossierActs.CanHappen(EventKind.PapersChecked, state) && DossierActs.May([OfficeRole.Specialist, OfficeRole.Receptionist], state, officer),
            MayScan = DossierActs.May(AddScan.Roles, state, officer),
        };
    }

    public static DueText DueOf(DeadlineClock clock, Dossier dossier, Moment now) => DueWords.Of(
        clock,
        dossier.ReceivedAt is null ? default : new ClockState(dossier.Deadline, dossier.StoppedAt, dossier.FinishedAt, dossier.ExtendedDue),
        now.Instant);

    private sealed record Row(Dossier Dossier, string ProcedureName, string ProcedureCode, ProcedureContent Content);
}

public sealed record OfficerChoice(Guid Id, string Name, string Title);

using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Dossiers;
using MotCua.Foundation;
using MotCua.Organization;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Leader;

/// <summary>One thing that waits for the leader, with all that is needed to decide it.</summary>
public sealed record Approval(WaitingItem Item, Dossier Dossier, string Procedure, DueText Due)
{
    /// <summary>Null for a result to be signed.</summary>
    public Proposal? Proposal { get; init; }

    /// <summary>Who presented or proposed it, and when.</summary>
    public string By { get; init; } = "";

    public DateTimeOffset Since { get; init; }

    /// <summary>What the presenter wrote.</summary>
    public string? Note { get; init; }

    /// <summary>What the first request asked, when a second is proposed.</summary>
    public string? FirstAsked { get; init; }

    public VerdictChange? Verdict { get; init; }

    /// <summary>The dossier has moved since: agreeing would be refused, with these words.</summary>
    public Error? Stale { get; init; }

    /// <summary>How a form names it.</summary>
    public string Key => Proposal is { } p ? $"p:{p.Id.Value}" : $"d:{Dossier.Code}:{Dossier.Revision}";
}

/// <summary>Reads a page of what waits: a fixed number of queries, however many rows.</summary>
public sealed class ApprovalReader(MotCuaDb db, OfficeClocks clocks, TimeProvider time)
{
    public async Task<IReadOnlyList<Approval>> ReadAsync(IReadOnlyList<WaitingItem> items, CancellationToken ct)
    {
        var now = time.Now();
        var codes = items.Select(i => i.Code).Distinct().ToList();
        var dossiers = await (
            from d in db.Dossiers.AsNoTracking()
            join v in db.ProcedureVersions on d.ProcedureVersionId equals v.Id
            where codes.Contains(d.Code)
            select new { Dossier = d, v.Name }).ToDictionaryAsync(x => x.Dossier.Code, ct);
        var proposalIds = items.Select(i => i.ProposalId).OfType<Guid>().Select(ProposalId.From).ToList();
        var proposals = await db.Proposals.AsNoTracking().Where(p => proposalIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id.Value, ct);
        var lines = await LinesAsync([.. dossiers.Values.Select(x => x.Dossier.Id)], ct);
        var names = await NamesAsync([.. proposals.Values.Select(p => p.ProposedBy), .. lines.Values.SelectMany(l => l).Select(l => l.OfficerId).OfType<OfficerId>()], ct);
        var copies = new CopyStore(await CopiesAsync(proposals.Values.Where(p => p.Order.Late is not null).Select(p => p.Order.Code).Distinct(), ct));
        var rows = new List<Approval>();
        foreach (var item in items.Where(i => dossiers.ContainsKey(i.Code)))
        {
            var (dossier, name) = (dossiers[item.Code].Dossier, dossiers[item.Code].Name);
            var clock = await clocks.ForAsync(dossier.AgencyId, ct);
            var state = new ClockState(dossier.Deadline, dossier.StoppedAt, dossier.FinishedAt, dossier.ExtendedDue);
            var row = new Approval(item, dossier, name, DueWords.Of(clock, state, now.Instant));
            var ledger = lines.GetValueOrDefault(dossier.Id) ?? [];
            rows.Add(item.ProposalId is { } id && proposals.TryGetValue(id, out var proposal)
                ? Proposed(row, proposal, ledger, names, clock, copies, now)
                : Presented(row, ledger, names));
        }

        return rows;
    }

    private static Approval Presented(Approval row, IReadOnlyList<DossierEvent> ledger, IReadOnlyDictionary<OfficerId, string> names)
    {
        var line = ledger.LastOrDefault(l => l.Kind is EventKind.SentForSignature);
        return row with
        {
            By = line?.OfficerId is { } by ? names.GetValueOrDefault(by, "") : line?.ByCode ?? "",
            Since = line?.At ?? row.Dossier.HeldSince ?? row.Dossier.LastEventAt,
            Note = line?.Note,
        };
    }

    private static Approval Proposed(
        Approval row, Proposal proposal, IReadOnlyList<DossierEvent> ledger, IReadOnlyDictionary<OfficerId, string> names, DeadlineClock clock, CopyStore copies, Moment now)
    {
        var first = ledger.FirstOrDefault(l => l.Kind is EventKind.SupplementRequested);
        return row with
        {
            Proposal = proposal,
            By = names.GetValueOrDefault(proposal.ProposedBy, ""),
            Since = proposal.ProposedAt,
            FirstAsked = proposal.Kind is EventKind.SupplementRequested && first is not null ? ((ReasonFacts)first.ReadFacts()).Reason : null,
            Verdict = proposal.Order.Late is null ? null : VerdictChange.Of(() => copies.Next(proposal.Order.Code), proposal.Order, proposal.ProposedAt, clock, now.Instant),
            Stale = row.Dossier.CannotMove(proposal.Kind)
                ?? (proposal.Kind is EventKind.ApologyIssued && row.Dossier.ApologyAt is not null ? DossierErrors.ApologyTwice(row.Dossier.Code) : null)
                ?? (proposal.Kind is EventKind.ApologyIssued && proposal.Order.NewDue < now.Day ? DossierErrors.ApologyPast(now.Day) : null),
        };
    }

    private async Task<Dictionary<DossierId, List<DossierEvent>>> LinesAsync(List<DossierId> ids, CancellationToken ct)
    {
        var lines = await db.DossierEvents.AsNoTracking()
            .Where(e => ids.Contains(e.DossierId) && (e.Kind == EventKind.SentForSignature || e.Kind == EventKind.SupplementRequested))
            .OrderBy(e => e.Seq).ToListAsync(ct);
        return lines.GroupBy(l => l.DossierId).ToDictionary(g => g.Key, g => g.ToList());
    }

    private async Task<Dictionary<OfficerId, string>> NamesAsync(List<OfficerId> ids, CancellationToken ct) =>
        await db.Officers.AsNoTracking().Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);

    // An act is tried twice on a copy; untracked, each reading gives new ones. Two proposals of one dossier may both be late.
    private async Task<ILookup<string, Dossier>> CopiesAsync(IEnumerable<string> codes, CancellationToken ct)
    {
        var wanted = codes.ToList();
        var copies = new List<Dossier>();
        for (var i = 0; i < 4 && wanted.Count > 0; i++)
        {
            copies.AddRange(await db.Dossiers.AsNoTracking().Where(d => wanted.Contains(d.Code)).ToListAsync(ct));
        }

        return copies.ToLookup(d => d.Code, StringComparer.Ordinal);
    }

    private sealed class CopyStore(ILookup<string, Dossier> copies)
    {
        private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

        public Dossier Next(string code)
        {
            var at = taken[code] = taken.GetValueOrDefault(code) + 1;
            var all = copies[code].ToList();
            return all[Math.Min(at, all.Count) - 1];
        }
    }
}

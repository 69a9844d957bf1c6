using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;

namespace MotCua.Dossiers;

/// <summary>
/// Proves the ledger: every line's hash and place in its chain, and that each dossier's row, spans and payments are what its
/// lines tell when they are replayed. Reads a few thousand dossiers at a time.
/// </summary>
public sealed class VerifyLedger(MotCuaDb db)
{
    private const int BatchSize = 4_000;
    internal const int MostFindings = 1_000;

    /// <param name="Progress">Told the number of dossiers proved, now and then.</param>
    public sealed record Input(Action<int>? Progress = null);

    /// <summary><paramref name="Seq"/> is the line that is wrong; null when the dossier as a whole is. Without a dossier the whole ledger is meant.</summary>
    public sealed record Finding(string? Dossier, int? Seq, string Reason);

    public sealed record Report(int Dossiers, long Lines, IReadOnlyList<Finding> Findings);

    public async Task<Report> RunAsync(Input input, CancellationToken ct)
    {
        // One picture of the database: dossiers that move meanwhile are no contradiction.
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        var findings = new List<Finding>();
        var (count, lineCount, after) = (0, 0L, DossierId.From(Guid.Empty));
        while (findings.Count < MostFindings)
        {
            var dossiers = await db.Dossiers.FromSql($"select * from dossiers where id > {after.Value} order by id limit {BatchSize}").AsNoTracking().ToListAsync(ct);
            if (dossiers.Count == 0)
            {
                break;
            }

            var last = dossiers[^1].Id.Value;
            var lines = (await db.DossierEvents.FromSql($"select * from dossier_events where dossier_id > {after.Value} and dossier_id <= {last}").AsNoTracking().ToListAsync(ct)).ToLookup(e => e.DossierId);
            var spans = (await db.DossierSpans.FromSql($"select * from dossier_spans where dossier_id > {after.Value} and dossier_id <= {last}").AsNoTracking().ToListAsync(ct)).ToLookup(s => s.DossierId);
            var payments = (await db.Set<DossierPayment>().FromSql($"select * from dossier_payments where dossier_id > {after.Value} and dossier_id <= {last}").AsNoTracking().ToListAsync(ct)).ToLookup(p => p.DossierId);
            findings.AddRange(dossiers.AsParallel().AsOrdered()
                .SelectMany(d => LedgerProof.Of(d, [.. lines[d.Id].OrderBy(e => e.Seq)], [.. spans[d.Id]], [.. payments[d.Id]])).ToList());
            lineCount += lines.Sum(l => l.Count());
            count += dossiers.Count;
            after = dossiers[^1].Id;
            input.Progress?.Invoke(count);
        }

        findings.AddRange(await new LedgerWhole(db).FindAsync(MostFindings - Math.Min(findings.Count, MostFindings), ct));
        return new Report(count, lineCount, findings);
    }
}

using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Dossiers.Ledger;
using MotCua.Foundation;
using MotCua.Organization.Calendars;
using Npgsql;

namespace MotCua.Dossiers;

/// <summary>
/// The ledger from outside (CONTRACT 2 and 3): a file of events is loaded whole or not at all. Each line goes through the same
/// verbs as an act at the desk. A line that is already there changes nothing, so a file may be loaded again or go on later.
/// </summary>
public sealed class ImportLedger(MotCuaDb db, CalendarBooks calendars, TimeProvider clock)
{
    private const int BatchSize = 10_000;
    private const int ProgressEvery = 100_000;

    /// <param name="Content">ndjson, read to its end.</param>
    /// <param name="DryRun">Check only.</param>
    /// <param name="Progress">Told the number of lines read, now and then.</param>
    public sealed record Input(Stream Content, bool DryRun = false, Action<int>? Progress = null);

    /// <summary><paramref name="Known"/> lines were there already. Nothing was written when there are problems.</summary>
    public sealed record Report(int Lines, int Known, int Events, int NewDossiers);

    public async Task<Report> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // Two imports at once would each miss the other's lines.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtext('ledger')); set constraints all deferred");

        // The calendar that the import began with holds to its end; who wants to change it waits or comes back.
        await CalendarLock.HoldStillAsync(db, ct);
        var now = clock.Now().Instant;
        var book = await LedgerBook.LoadAsync(db, await calendars.FreshAsync(ct), now, ct);
        var state = new LedgerState(db, book, problems);
        var lines = await ReadAsync(input, problems, book, state, ct);
        var report = new Report(lines, state.Known, state.Events, state.NewDossiers);
        if (!problems.Any && !input.DryRun && state.Events > 0)
        {
            await state.WriteRowsAsync(ct);
            db.Audit.Add(new AuditEntry { At = now, Action = "ledger.imported", Subject = problems.File, Details = $"{lines}; +{state.Events}; +{state.NewDossiers}" });
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            await connection.ExecuteAsync("analyze dossiers, dossier_events, dossier_spans, dossier_payments, applicant_names");
        }

        return report;
    }

    /// <summary>Takes the file batch by batch; while one is read, the one before it is on its way to the database.</summary>
    private static async Task<int> ReadAsync(Input input, ImportProblems problems, LedgerBook book, LedgerState state, CancellationToken ct)
    {
        var lines = 0;
        var shown = 0;
        var written = Task.CompletedTask;
        foreach (var batch in LedgerFile.Lines(input.Content, problems).Chunk(BatchSize))
        {
            var read = batch.AsParallel().AsOrdered().Select(l => LedgerLine.Read(l.Number, l.Text, book)).ToList();
            await written;
            ct.ThrowIfCancellationRequested();
            await state.TakeAsync(read, ct);
            var write = !input.DryRun && !problems.Any;
            written = Task.Run(() => state.FlushAsync(write, ct), ct);
            lines += batch.Length;
            if (lines / ProgressEvery > shown)
            {
                shown = lines / ProgressEvery;
                input.Progress?.Invoke(lines);
            }

            if (problems.Full)
            {
                break;
            }
        }

        await written;
        return lines;
    }
}

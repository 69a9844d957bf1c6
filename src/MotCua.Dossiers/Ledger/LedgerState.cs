using System.Runtime.InteropServices;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Dossiers.Ledger;

/// <summary>
/// The dossiers of a running import: where each stands, which lines are known. Lines go to the database as they come, the
/// dossiers' rows at the end; memory holds one state a dossier, not the file.
/// </summary>
internal sealed class LedgerState(MotCuaDb db, LedgerBook book, ImportProblems problems)
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly HashSet<UInt128> seen = [];
    private readonly HashSet<Entry> unwritten = [];
    private readonly NpgsqlConnection connection = (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Lines that were there already, in the database or earlier in the file.</summary>
    public int Known { get; private set; }

    public int Events { get; private set; }

    public int NewDossiers { get; private set; }

    public async Task TakeAsync(IReadOnlyList<LedgerLine> lines, CancellationToken ct)
    {
        await LoadAsync(lines, ct);
        foreach (var line in lines)
        {
            Take(line);
        }
    }

    /// <summary>Sends what was appended to the database, or lets it go when nothing will be written anyway.</summary>
    public async Task FlushAsync(bool write, CancellationToken ct)
    {
        var dossiers = unwritten.Select(e => e.Dossier!).ToList();
        if (write)
        {
            await new DossierCopy(connection).WriteLinesAsync(dossiers, ct);
        }

        dossiers.ForEach(d => d.ForgetWritten());
        unwritten.Clear();
    }

    public async Task WriteRowsAsync(CancellationToken ct)
    {
        var copy = new DossierCopy(connection);
        var moved = entries.Values.Where(e => e.Moved).ToLookup(e => e.Stored, e => e.Dossier!);
        foreach (var chunk in moved[false].Chunk(20_000))
        {
            await copy.WriteRowsAsync(chunk, ct);
        }

        if (moved[true].Any())
        {
            await copy.UpdateRowsAsync([.. moved[true]], ct);
        }
    }

    private void Take(LedgerLine line)
    {
        var entry = line.Dossier is null ? null : Of(line.Dossier);
        if (line.Faults.Count > 0)
        {
            problems.Add(line.Number, string.Join("; ", line.Faults));
            Doubt(entry, line);
        }
        else if (!seen.Add(line.Hash))
        {
            Known++;
        }
        else if (Refusal(line, entry!) is { } refusal)
        {
            problems.Add(line.Number, refusal);
        }
    }

    /// <summary>Lets the line happen to its dossier, or says why it may not.</summary>
    private string? Refusal(LedgerLine line, Entry entry)
    {
        var stamp = line.Stamp!;
        if (line.Receipt is { } receipt)
        {
            if (entry.Dossier is { } taken)
            {
                return taken.AgencyId == receipt.Agency
                    ? taken.CannotMove(line.Kind)!.Message
                    : UsedElsewhere(entry, taken);
            }

            entry.Dossier = receipt.Begin(line.Kind, line.Dossier!, stamp);
            NewDossiers++;
        }
        else if (entry.Dossier is not { } dossier)
        {
            return entry.Doubt is { Total: true } ? null : $"hồ sơ {line.Dossier} chưa có dòng received hoặc refused_at_door trước dòng này";
        }
        else if (stamp.At.Instant < dossier.LastEventAt)
        {
            Doubt(entry, line);
            return $"“at” sớm hơn việc gần nhất của hồ sơ {dossier.Code}, lúc {OffsetTime.Text(dossier.LastEventAt)}";
        }
        else if (dossier.CannotMove(line.Kind) is not null && entry.Doubt?.Allows(line.Kind) == true)
        {
            Doubt(entry, line);
            return null;
        }
        else if (Act(line, dossier) is { } error)
        {
            return error.Message;
        }

        entry.Doubt?.Happened(line.Kind);
        entry.Dossier.Events[^1].LineHash = LineHash.Bytes(line.Hash);
        entry.Moved = true;
        unwritten.Add(entry);
        Events++;
        return null;
    }

    // Whose lines follow is anybody's guess.
    private string UsedElsewhere(Entry entry, Dossier taken)
    {
        (entry.Doubt ??= new LedgerDoubt()).Total = true;
        return $"mã hồ sơ {taken.Code} đã dùng ở đơn vị {book.CodeOf(taken.AgencyId)}";
    }

    private static Error? Act(LedgerLine line, Dossier dossier)
    {
        try
        {
            return line.Act!(dossier, line.Stamp!).Error;
        }
        catch (CalendarRangeException e)
        {
            return new Error("dossier.due-out-of-range", e.Message);
        }
    }

    private static void Doubt(Entry? entry, LedgerLine line)
    {
        if (entry is null)
        {
            return;
        }

        entry.Doubt ??= new LedgerDoubt();
        if (line.Told is { } kind)
        {
            entry.Doubt.MayHaveHappened(kind);
        }
        else
        {
            entry.Doubt.Total |= entry.Dossier is null || line.Unreadable;
        }
    }

    private Entry Of(string code)
    {
        ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(entries, code, out _);
        return entry ??= new Entry();
    }

    /// <summary>Reads the dossiers that these lines are the first to name: the lines they have and, when there are new ones, their state.</summary>
    private async Task LoadAsync(IReadOnlyList<LedgerLine> lines, CancellationToken ct)
    {
        var codes = lines.Select(l => l.Dossier).OfType<string>().Where(c => !entries.ContainsKey(c)).Distinct(StringComparer.Ordinal).ToArray();
        var stored = (await connection.QueryAsync<(Guid Id, string Code)>(
            new CommandDefinition("select id, code from dossiers where code = any(@codes)", new { codes }, cancellationToken: ct))).AsList();
        foreach (var code in codes)
        {
            Of(code);
        }

        foreach (var hash in await connection.QueryAsync<byte[]>(new CommandDefinition(
            "select line_hash from dossier_events where dossier_id = any(@ids) and line_hash is not null",
            new { ids = stored.Select(s => s.Id).ToArray() },
            commandTimeout: 300,
            cancellationToken: ct)))
        {
            seen.Add(LineHash.Of(hash));
        }

        foreach (var (_, code) in stored)
        {
            entries[code].Stored = true;
        }

        await LoadStatesAsync(lines, ct);
    }

    private async Task LoadStatesAsync(IReadOnlyList<LedgerLine> lines, CancellationToken ct)
    {
        var wanted = lines.Where(l => l.Dossier is not null && !seen.Contains(l.Hash) && entries[l.Dossier] is { Stored: true, Dossier: null })
            .Select(l => l.Dossier!).Distinct(StringComparer.Ordinal).ToArray();
        if (wanted.Length == 0)
        {
            return;
        }

        // Locked, so that nobody at the desk moves them until the import is done.
        var dossiers = db.Dossiers.FromSql($"select * from dossiers where code = any({wanted}) order by id for update").AsNoTracking().AsAsyncEnumerable();
        await foreach (var dossier in dossiers.WithCancellation(ct))
        {
            entries[dossier.Code].Dossier = dossier;
        }
    }

    private sealed class Entry
    {
        public Dossier? Dossier { get; set; }

        /// <summary>Its row was there before the import.</summary>
        public bool Stored { get; set; }

        public bool Moved { get; set; }

        /// <summary>Null while every line of it could be taken.</summary>
        public LedgerDoubt? Doubt { get; set; }
    }
}

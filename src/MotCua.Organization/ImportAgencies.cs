using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;
using Npgsql;
using NpgsqlTypes;

namespace MotCua.Organization;

/// <summary>A file of agencies is loaded whole or not at all; known agencies (code and valid_from) are updated.</summary>
public sealed class ImportAgencies(MotCuaDb db, TimeProvider clock)
{
    /// <summary>The file is read from <paramref name="Csv"/>; a dry run only checks.</summary>
    public sealed record Input(Stream Csv, AgencyFileShape Shape = AgencyFileShape.Contract, bool DryRun = false, OfficerId? By = null);

    public sealed record Report(int Lines, int NewAgencies, int NewVersions, int ChangedVersions);

    /// <summary>Null when the file is wrong: then <paramref name="problems"/> names every bad line and nothing was stored.</summary>
    public async Task<Report?> RunAsync(Input input, ImportProblems problems, CancellationToken ct)
    {
        var (lines, codes) = AgencyFile.Read(input.Csv, input.Shape, problems);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // Two imports at once would check against a tree that the other is about to change.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtext('agencies'))");
        var known = await AgencyTree.LoadAsync(db, ct);
        AgencyImportRules.Check(lines, codes, known, problems);
        if (problems.Any)
        {
            return null;
        }

        var changes = lines.Where(l => IsChange(l, known)).ToList();
        var newCodes = lines.Select(l => l.Code).Where(c => known.ByCode(c) is null).ToHashSet(StringComparer.Ordinal);
        var newVersions = changes.Count(l => known.ByCode(l.Code)?.Stages.Any(s => s.ValidFrom == l.ValidFrom) != true);
        var report = new Report(lines.Count, newCodes.Count, newVersions, changes.Count - newVersions);
        if (input.DryRun || changes.Count == 0)
        {
            return report;
        }

        var ids = known.All.ToDictionary(n => n.Code, n => n.Id, StringComparer.Ordinal);
        foreach (var code in newCodes)
        {
            ids[code] = Ids.New<AgencyId>();
        }

        await CopyAsync(connection, changes, newCodes, ids, ct);
        db.Audit.Add(new AuditEntry
        {
            At = clock.Now().Instant,
            OfficerId = input.By?.Value,
            Action = "agencies.imported",
            Subject = $"{report.NewAgencies} agencies, {report.NewVersions} versions, {report.ChangedVersions} changed",
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return report;
    }

    private static bool IsChange(AgencyLine line, AgencyTree known)
    {
        var stage = known.ByCode(line.Code)?.Stages.FirstOrDefault(s => s.ValidFrom == line.ValidFrom);
        return stage is null
            || stage.Name != line.Name
            || stage.Level != line.Level
            || stage.ValidTo != line.ValidTo
            || (stage.ParentId is { } parent ? known.CodeOf(parent) : null) != line.Parent;
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, List<AgencyLine> changes, HashSet<string> newCodes, Dictionary<string, AgencyId> ids, CancellationToken ct)
    {
        await using (var agencies = await connection.BeginBinaryImportAsync("copy agencies (id, code) from stdin (format binary)", ct))
        {
            foreach (var code in newCodes)
            {
                await agencies.StartRowAsync(ct);
                await agencies.WriteAsync(ids[code].Value, NpgsqlDbType.Uuid, ct);
                await agencies.WriteAsync(code, NpgsqlDbType.Text, ct);
            }

            await agencies.CompleteAsync(ct);
        }

        await connection.ExecuteAsync("create temp table incoming (like agency_versions) on commit drop");
        const string Copy = "copy incoming (agency_id, valid_from, valid_to, name, search_name, level, parent_id) from stdin (format binary)";
        await using (var versions = await connection.BeginBinaryImportAsync(Copy, ct))
        {
            foreach (var line in changes)
            {
                await versions.StartRowAsync(ct);
                await versions.WriteAsync(ids[line.Code].Value, NpgsqlDbType.Uuid, ct);
                await versions.WriteAsync(line.ValidFrom, NpgsqlDbType.Date, ct);
                await (line.ValidTo is { } to ? versions.WriteAsync(to, NpgsqlDbType.Date, ct) : versions.WriteNullAsync(ct));
                await versions.WriteAsync(line.Name, NpgsqlDbType.Text, ct);
                await versions.WriteAsync(Vietnamese.SearchKey(line.Name), NpgsqlDbType.Text, ct);
                await versions.WriteAsync(Snake.Text(line.Level), NpgsqlDbType.Text, ct);
                await (line.Parent is null ? versions.WriteNullAsync(ct) : versions.WriteAsync(ids[line.Parent].Value, NpgsqlDbType.Uuid, ct));
            }

            await versions.CompleteAsync(ct);
        }

        await connection.ExecuteAsync(
            """
            insert into agency_versions select * from incoming
            on conflict (agency_id, valid_from) do update set
                valid_to = excluded.valid_to, name = excluded.name, search_name = excluded.search_name,
                level = excluded.level, parent_id = excluded.parent_id
            """);
    }
}

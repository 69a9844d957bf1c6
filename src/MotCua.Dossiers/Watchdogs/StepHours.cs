using System.Collections.Concurrent;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace MotCua.Dossiers.Watchdogs;

/// <summary>The office hours of each internal step of a procedure version. A version in use never changes, so they are read once.</summary>
public sealed class StepHours
{
    private readonly ConcurrentDictionary<Guid, decimal[]> known = new();

    public async Task<IReadOnlyDictionary<Guid, decimal[]>> OfAsync(NpgsqlConnection connection, IEnumerable<Guid> versions, CancellationToken ct)
    {
        var wanted = versions.Distinct().ToList();
        var missing = wanted.Where(v => !known.ContainsKey(v)).ToArray();
        if (missing.Length > 0)
        {
            var rows = await connection.QueryAsync<(Guid Id, string? Steps)>(new CommandDefinition(
                "select id, (content -> 'steps')::text as steps from procedure_versions where id = any(@missing)", new { missing }, cancellationToken: ct));
            foreach (var (id, steps) in rows)
            {
                known[id] = steps is null ? [] : Read(steps);
            }
        }

        return wanted.ToDictionary(v => v, v => known.GetValueOrDefault(v) ?? []);
    }

    private static decimal[] Read(string json)
    {
        using var steps = JsonDocument.Parse(json);
        return steps.RootElement.ValueKind is not JsonValueKind.Array ? [] : [.. steps.RootElement.EnumerateArray().Select(s => s.GetProperty("hours").GetDecimal())];
    }
}

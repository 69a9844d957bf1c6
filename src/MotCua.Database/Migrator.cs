using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using MotCua.Foundation;
using Npgsql;

namespace MotCua.Database;

/// <summary>One numbered step of the schema, hand-written SQL that never changes once it has landed.</summary>
public sealed record Migration(int Number, string Name, string Sql)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql.ReplaceLineEndings("\n"))));

    /// <summary>The steps that this program holds, in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    private static List<Migration> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => new Migration(int.Parse(name[..4]), name[..^4], Text(assembly, name)))
            .OrderBy(m => m.Number)];
    }

    private static string Text(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}

/// <summary>Brings a database to the schema of this program: missing steps in number order, one transaction each, one program at a time.</summary>
public sealed class Migrator(string connectionString, TimeProvider clock, IReadOnlyList<Migration>? migrations = null)
{
    /// <summary>Any number will do as long as nobody else on the server uses it.</summary>
    private const long Lock = 0x4D6F74437561;

    private const string Table =
        """
        create table if not exists schema_migrations (
            number integer not null constraint schema_migrations_pk primary key,
            name text not null,
            hash text not null,
            applied_at timestamptz not null
        )
        """;

    private readonly IReadOnlyList<Migration> known = migrations ?? Migration.All;

    /// <summary>How many steps were applied.</summary>
    /// <exception cref="DatabaseException">A step was edited, is unknown or failed.</exception>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        if (Missing(await AppliedAsync(connection, ct)).Count == 0)
        {
            return 0;
        }

        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", ct);
        try
        {
            await ExecuteAsync(connection, Table, ct);
            var missing = Missing(await AppliedAsync(connection, ct));
            foreach (var migration in missing)
            {
                await ApplyAsync(connection, migration, ct);
            }

            return missing.Count;
        }
        finally
        {
            await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private List<Migration> Missing(Dictionary<int, (string Name, string Hash)> applied)
    {
        var last = known.Count == 0 ? 0 : known[^1].Number;
        foreach (var (number, (name, hash)) in applied)
        {
            var ours = known.FirstOrDefault(m => m.Number == number);
            if (ours is null)
            {
                throw number > last ? DatabaseErrors.NewerSchema(number, last) : DatabaseErrors.UnknownMigration(name);
            }

            if (ours.Hash != hash)
            {
                throw DatabaseErrors.EditedMigration(name);
            }
        }

        return [.. known.Where(m => !applied.ContainsKey(m.Number))];
    }

    private static async Task<Dictionary<int, (string Name, string Hash)>> AppliedAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var applied = new Dictionary<int, (string Name, string Hash)>();
        try
        {
            await using var command = new NpgsqlCommand("select number, name, hash from schema_migrations order by number", connection);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                applied.Add(reader.GetInt32(0), (reader.GetString(1), reader.GetString(2)));
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            // An empty database: every step is missing.
        }

        return applied;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken ct)
    {
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await ExecuteAsync(connection, migration.Sql, ct);
            await using (var record = new NpgsqlCommand("insert into schema_migrations values ($1, $2, $3, $4)", connection, transaction))
            {
                record.Parameters.AddWithValue(migration.Number);
                record.Parameters.AddWithValue(migration.Name);
                record.Parameters.AddWithValue(migration.Hash);
                record.Parameters.AddWithValue(clock.Now().Instant.UtcDateTime);
                await record.ExecuteNonQueryAsync(ct);
            }

            await transaction.CommitAsync(ct);
        }
        catch (PostgresException e)
        {
            throw DatabaseErrors.MigrationFailed(migration.Name, e);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}

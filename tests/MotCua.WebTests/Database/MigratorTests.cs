using MotCua.Database;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Database;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static readonly FakeClock Clock = new("20/11/2026 09:42");

    private static readonly Migration Animals = new(1, "0001-animals", "create table animals (name text not null);");

    private static readonly Migration Plants = new(2, "0002-plants", "create table plants (name text not null);");

    [Fact]
    public async Task Steps_are_applied_once_and_in_number_order()
    {
        var database = await postgres.NewEmptyDatabaseAsync();

        (await Migrate(database, Animals, Plants)).ShouldBe(2);
        (await Migrate(database, Animals, Plants)).ShouldBe(0);

        (await Text(database, "select string_agg(name, ' ' order by number) from schema_migrations")).ShouldBe("0001-animals 0002-plants");
        (await Text(database, "select max(applied_at) = '2026-11-20T09:42+07' from schema_migrations")).ShouldBe("True");
    }

    [Fact]
    public async Task A_step_with_a_lower_number_that_landed_later_is_still_applied()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        await Migrate(database, Plants);

        (await Migrate(database, Animals, Plants)).ShouldBe(1);
    }

    [Fact]
    public async Task An_edited_step_is_refused()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        await Migrate(database, Animals);

        var refusal = await Should.ThrowAsync<DatabaseException>(() => Migrate(database, Animals with { Sql = "create table beasts (name text);" }));

        refusal.Code.ShouldBe("database.edited-migration");
        refusal.Message.ShouldContain("0001-animals");
    }

    [Fact]
    public async Task Other_line_endings_are_no_edit()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        await Migrate(database, new Migration(1, "0001-a", "select 1;\nselect 2;\n"));

        (await Migrate(database, new Migration(1, "0001-a", "select 1;\r\nselect 2;\r\n"))).ShouldBe(0);
    }

    [Fact]
    public async Task Data_of_a_newer_program_are_refused()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        await Migrate(database, Animals, Plants);

        var refusal = await Should.ThrowAsync<DatabaseException>(() => Migrate(database, Animals));

        refusal.Code.ShouldBe("database.newer-schema");
        refusal.Message.ShouldContain("0002");
    }

    [Fact]
    public async Task A_step_that_this_program_never_had_is_refused()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        await Migrate(database, Animals, Plants);

        (await Should.ThrowAsync<DatabaseException>(() => Migrate(database, Plants))).Code.ShouldBe("database.unknown-migration");
    }

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_behind_and_the_steps_before_it_stay()
    {
        var database = await postgres.NewEmptyDatabaseAsync();
        var broken = new Migration(2, "0002-broken", "create table half (name text); select * from nowhere;");

        var refusal = await Should.ThrowAsync<DatabaseException>(() => Migrate(database, Animals, broken));

        refusal.Code.ShouldBe("database.migration-failed");
        (await Text(database, "select to_regclass('half') is null and to_regclass('animals') is not null")).ShouldBe("True");
        (await Migrate(database, Animals, Plants)).ShouldBe(1);
    }

    [Fact]
    public async Task Two_programs_that_start_together_migrate_once()
    {
        var database = await postgres.NewEmptyDatabaseAsync();

        var applied = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Migrator(database, Clock).RunAsync(CancellationToken.None)));

        applied.Where(n => n > 0).ShouldBe([Migration.All.Count]);
    }

    [Fact]
    public void The_numbers_of_the_steps_are_unique_and_their_names_say_what()
    {
        Migration.All.Select(m => m.Number).ShouldBeUnique();
        Migration.All.ShouldAllBe(m => m.Name.Length > 5 && m.Name[4] == '-');
    }

    private static Task<int> Migrate(string database, params Migration[] migrations) =>
        new Migrator(database, Clock, migrations).RunAsync(CancellationToken.None);

    private static async Task<string> Text(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync())!.ToString()!;
    }
}

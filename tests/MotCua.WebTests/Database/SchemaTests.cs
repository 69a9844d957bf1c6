using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Foundation;
using MotCua.TestKit;
using Npgsql;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Database;

/// <summary>The model in the program and the tables that the migrations made are the same, column by column.</summary>
public sealed class SchemaTests(FreshDatabase database) : IClassFixture<FreshDatabase>
{
    private const string Columns =
        """
        select c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || case when a.attnotnull then ' not null' else '' end
        from pg_attribute a
        join pg_class c on c.oid = a.attrelid
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = ''
        """;

    [Fact]
    public async Task Every_mapped_column_is_in_the_database_with_its_type_and_every_column_of_a_mapped_table_is_mapped()
    {
        var migrated = await MigratedAsync();
        var mapped = Mapped();
        var tables = mapped.Keys.Select(c => c.Split('.')[0]).ToHashSet(StringComparer.Ordinal);

        var wrong = mapped
            .Where(column => migrated.GetValueOrDefault(column.Key) != column.Value)
            .Select(column => $"{column.Key}: program {column.Value}, database {migrated.GetValueOrDefault(column.Key) ?? "missing"}")
            .Concat(migrated.Where(c => tables.Contains(c.Key.Split('.')[0]) && !mapped.ContainsKey(c.Key)).Select(c => $"{c.Key}: not in the program"));

        wrong.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Tables_and_columns_are_named_in_snake_case()
    {
        Mapped().Keys.ShouldAllBe(name => !name.Any(char.IsUpper) && !name.Contains(' '));
    }

    private Dictionary<string, string> Mapped()
    {
        using var scope = database.Services.CreateScope();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entity in scope.ServiceProvider.GetRequiredService<MotCuaDb>().Model.GetEntityTypes())
        {
            if (entity.GetTableName() is not { } table)
            {
                continue;
            }

            var at = StoreObjectIdentifier.Table(table, entity.GetSchema());
            foreach (var property in entity.GetProperties().Where(p => p.GetColumnName(at) != "xmin" && p.GetComputedColumnSql() is null))
            {
                columns[$"{table}.{property.GetColumnName(at)}"] = property.GetColumnType() + (property.IsColumnNullable(at) ? "" : " not null");
            }
        }

        return columns;
    }

    private async Task<Dictionary<string, string>> MigratedAsync()
    {
        await using var connection = await database.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        await using var command = new NpgsqlCommand(Columns, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            columns.Add(reader.GetString(0), reader.GetString(1));
        }

        return columns;
    }
}

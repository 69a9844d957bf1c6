using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using MotCua.Foundation;
using MotCua.TestKit;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

/// <summary>One word for one thing: what is stored, what is listed, and what has an id, is in docs/glossary.md with its Vietnamese word.</summary>
public sealed class GlossaryTests
{
    private static readonly Dictionary<string, string[]> Terms = File.ReadLines(Repository.File("docs", "glossary.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
        .Where(cells => cells[0] != "term")
        .SelectMany(cells => cells[0].Split(',', StringSplitOptions.TrimEntries).Select(term => (Term: term.Trim('`'), Cells: cells)))
        .GroupBy(row => row.Term, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.First().Cells, StringComparer.Ordinal);

    [Fact]
    public void Every_stored_noun_and_every_list_of_the_domain_is_in_the_glossary()
    {
        var services = new ServiceCollection().AddLogging().AddMotCua("Host=nowhere", new FakeClock("20/11/2026 09:42")).BuildServiceProvider();
        using var scope = services.CreateScope();
        var stored = scope.ServiceProvider.GetRequiredService<MotCuaDb>().Model.GetEntityTypes().Select(e => e.ClrType);
        var listed = Modules.Parts.Assemblies.SelectMany(a => a.GetExportedTypes()).Where(t => t.IsEnum && !t.IsNested);

        stored.Concat(listed)
            .Where(t => t.Assembly.GetName().Name!.StartsWith("MotCua.", StringComparison.Ordinal) && t.Assembly != typeof(MotCuaDb).Assembly && t.IsPublic)
            .Select(t => t.Name).Distinct().Where(name => !Terms.ContainsKey(name)).Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_term_has_a_Vietnamese_word_and_a_meaning()
    {
        Terms.Values.Where(cells => cells.Length < 3 || cells.Any(string.IsNullOrWhiteSpace)).Select(cells => cells[0]).ShouldBeEmpty();
    }
}

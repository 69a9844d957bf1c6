using System.Reflection;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

public sealed class TestNameTests
{
    [Fact]
    public void A_test_is_named_as_a_sentence()
    {
        var wrong = from file in Sources.Named("tests/", ".cs")
                    from at in Enumerable.Range(0, Math.Max(0, file.Lines.Count - 1))
                    where Regex.IsMatch(file.Lines[at], @"^\s*\[(Fact|Theory)\b")
                    let declaration = file.Lines.Skip(at + 1).FirstOrDefault(l => l.TrimStart().StartsWith("public ", StringComparison.Ordinal))
                    let name = Regex.Match(declaration ?? "", @"(\w+)\(").Groups[1].Value
                    where name.Count(c => c == '_') < 2
                    select $"{file.Path}:{at + 1}: {name}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void No_test_is_switched_off()
    {
        Sources.Named("tests/", ".cs").SelectMany(f => f.Where(l => Regex.IsMatch(l, @"\b(Skip|Explicit)\s*=\s*(""|true)"))).ShouldBeEmpty();
    }

    [Fact]
    public void This_project_holds_every_test_of_the_architecture()
    {
        Assembly.GetExecutingAssembly().GetTypes().Count(t => t.Name.EndsWith("Tests", StringComparison.Ordinal)).ShouldBeGreaterThan(7);
    }
}

using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

/// <summary>A module may use only the modules above it.</summary>
public sealed class ModuleOrderTests
{
    private static readonly string[] Order =
    [
        "Foundation", "Calendar", "Organization", "Procedures", "Dossiers", "Notices", "Documents", "Registers", "Reports", "Database", "Scenes", "Web", "Cli",
    ];

    [Fact]
    public void Every_project_is_in_the_order()
    {
        Projects().Select(p => p.Module).Order(StringComparer.Ordinal).ShouldBe(Order.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_refers_only_to_projects_above_it()
    {
        var wrong = from project in Projects()
                    from other in project.References
                    where Array.IndexOf(Order, other) >= Array.IndexOf(Order, project.Module)
                    select $"{project.Module} → {other}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_command_line_does_not_know_the_web()
    {
        Projects().Single(p => p.Module == "Cli").References.ShouldNotContain("Web");
    }

    [Fact]
    public void A_file_lives_in_the_namespace_of_its_module()
    {
        var wrong = from file in Sources.Named("src/", ".cs")
                    let declared = file.Lines.FirstOrDefault(l => l.StartsWith("namespace ", StringComparison.Ordinal))
                    where declared is not null
                    let expected = $"namespace MotCua.{Sources.ModuleOf(file.Path)}"
                    where declared != expected + ";" && !declared.StartsWith(expected + ".", StringComparison.Ordinal)
                    select $"{file.Path}: {declared}";

        wrong.ShouldBeEmpty();
    }

    private static IEnumerable<(string Module, string[] References)> Projects() =>
        from file in Sources.Named("src/", ".csproj")
        let references = Regex.Matches(string.Join('\n', file.Lines), """ProjectReference Include="[^"]*MotCua\.(\w+)\.csproj""").Select(m => m.Groups[1].Value)
        select (Sources.ModuleOf(file.Path)!, references.ToArray());
}

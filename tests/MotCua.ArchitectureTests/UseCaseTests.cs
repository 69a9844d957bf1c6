using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using MotCua.Database;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

public sealed class UseCaseTests
{
    private static IEnumerable<Type> UseCases => Modules.Parts.Assemblies.SelectMany(a => a.GetExportedTypes())
        .Where(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Any(m => m.Name == "RunAsync"));

    [Fact]
    public void A_use_case_is_sealed_and_does_one_thing()
    {
        var wrong = from type in UseCases
                    let methods = type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                        .Where(m => !m.IsSpecialName && m.GetCustomAttribute<CompilerGeneratedAttribute>() is null).Select(m => m.Name).Distinct().ToList()
                    where !type.IsSealed || methods.Count > 1
                    select $"{type.FullName}: {string.Join(", ", methods)}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void A_use_case_lives_in_a_file_of_its_name()
    {
        var files = Sources.Named("src/", ".cs").Select(f => Path.GetFileNameWithoutExtension(f.Path)).ToHashSet(StringComparer.Ordinal);

        UseCases.Select(t => t.Name).Where(name => !files.Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_module_with_use_cases_has_a_table_of_contents()
    {
        var wrong = from module in UseCases.Select(t => t.Assembly.GetName().Name!["MotCua.".Length..]).Distinct()
                    where !File.Exists(TestKit.Repository.File("src", $"MotCua.{module}", $"{module}Module.cs"))
                    select module;

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_use_case_can_be_asked_for()
    {
        var services = new ServiceCollection().AddLogging().AddMotCua("Host=nowhere", new TestKit.FakeClock("20/11/2026 09:42"));

        UseCases.Where(t => !t.IsAbstract && services.All(s => s.ServiceType != t)).Select(t => t.FullName).ShouldBeEmpty();
    }

    [Fact]
    public void No_interface_has_only_one_implementation()
    {
        var types = Modules.Parts.Assemblies.Append(typeof(Foundation.Moment).Assembly).SelectMany(a => a.GetTypes()).ToList();
        var wrong = from contract in types.Where(t => t.IsInterface && !t.IsGenericTypeDefinition)
                    where types.Count(t => t.IsClass && contract.IsAssignableFrom(t)) == 1
                    select contract.FullName;

        wrong.ShouldBeEmpty();
    }
}

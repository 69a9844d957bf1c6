using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

/// <summary>The repository is public: no secret, no name of a machine, no path of somebody's disk.</summary>
public sealed class SecretTests
{
    private static readonly (string Pattern, string What)[] Traces =
    [
        ("-----BEGIN [A-Z ]*PRIVATE KEY-----", "a private key"),
        (@"\b(AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[baprs]-[A-Za-z0-9-]{10,}|sk-[A-Za-z0-9]{20,})\b", "a token"),
        (@"(?i)\bpassword=(?!(b|guess|…|x+|\*+|\.\.\.)\b)[^;{}""'\s$]{3,}", "a password in a connection string"),
        (@"(?<![\w.])/(home|Users)/[a-z][\w-]+/|(?<![\w./])/root/[\w.]|[A-Z]:\\Users\\", "a path of one machine"),
        (@"(?<![\w.])/work/(main|wt|shared)\b", "a path of one machine"),
        (@"\b(192\.168|10\.\d{1,3})\.\d{1,3}\.\d{1,3}\b", "an address of one network"),
        (@"\b[\w-]+\.(internal|corp|lan|localdomain)\b(?!\()", "the name of a machine"),
    ];

    private static readonly string[] TextFiles =
    [
        ".cs", ".cshtml", ".csproj", ".props", ".json", ".md", ".sql", ".js", ".mjs", ".css", ".sh", ".yml", ".yaml", ".txt", ".slnx", ".editorconfig",
        "/run", "/test", "/motcua", ".gitignore",
    ];

    [Fact]
    public void Nothing_secret_and_nothing_of_one_machine_is_in_the_repository()
    {
        var wrong = from file in Sources.All.Where(f => TextFiles.Any(e => ("/" + f.Path).EndsWith(e, StringComparison.Ordinal)))
                    where !file.Path.EndsWith("SecretTests.cs", StringComparison.Ordinal) && !file.Path.Contains("/data/")
                    from trace in Traces
                    from place in file.Where(line => line.Length < 5000 && Regex.IsMatch(line, trace.Pattern))
                    select $"{place}   ({trace.What})";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_npm_lock_file_names_no_registry()
    {
        Sources.All.Single(f => f.Path == "package-lock.json").Where(line => line.Contains("\"resolved\"")).ShouldBeEmpty();
    }
}

using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

public sealed class MigrationTests
{
    private static IEnumerable<SourceFile> Migrations => Sources.Named("src/MotCua.Database/migrations/", ".sql");

    /// <summary>Landed before this rule; a migration is never edited, so the reasons stand here.</summary>
    private static readonly Dictionary<string, string> OldReasons = new(StringComparer.Ordinal)
    {
        ["applicant_names_trgm_ix"] = "names are found by any part of them; said above the table",
        ["dossier_payments_dossier_ix"] = "the dossier page lists its payments",
        ["dossier_files_dossier_ix"] = "the dossier page lists its files by paper",
    };

    [Fact]
    public void Each_index_has_its_reason_in_a_comment_above_it()
    {
        var wrong = from file in Migrations
                    from at in Enumerable.Range(0, file.Lines.Count)
                    where Regex.IsMatch(file.Lines[at], @"^\s*create\s+(unique\s+)?index\b", RegexOptions.IgnoreCase)
                    where !HasReason(file.Lines, at) && !OldReasons.ContainsKey(Regex.Match(file.Lines[at], @"(\w+_ix)").Value)
                    select $"{file.Path}:{at + 1}: {file.Lines[at]}";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Keys_and_checks_are_named()
    {
        var wrong = from file in Migrations
                    from place in file.Where(line => Regex.IsMatch(line, @"\b(primary key|references|unique|check)\b", RegexOptions.IgnoreCase)
                        && !line.TrimStart().StartsWith("--", StringComparison.Ordinal)
                        && !Regex.IsMatch(line, @"\bconstraint\s+\w+|create\s+unique\s+index|foreign key", RegexOptions.IgnoreCase))
                    where !PreviousLineNames(place)
                    select place;

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Types_are_the_agreed_ones()
    {
        Migrations.SelectMany(f => f.Where(line => Regex.IsMatch(
            line.Split("--")[0], @"\b(timestamp(?!tz)|varchar|character varying|char|serial|bigserial|money)\b", RegexOptions.IgnoreCase)))
            .ShouldBeEmpty();
    }

    /// <summary>A comment right above, or above the group of indexes that it belongs to.</summary>
    private static bool HasReason(IReadOnlyList<string> lines, int at)
    {
        do
        {
            at--;
        }
        while (at >= 0 && Regex.IsMatch(lines[at], @"^\s*(create\s+(unique\s+)?index|on |where |include )", RegexOptions.IgnoreCase));

        return at >= 0 && lines[at].TrimStart().StartsWith("--", StringComparison.Ordinal);
    }

    /// <summary>A constraint may be named on the line before its kind.</summary>
    private static bool PreviousLineNames(string place)
    {
        var (path, line) = (place.Split(':')[0], int.Parse(place.Split(':')[1]));
        return line > 1 && Regex.IsMatch(Sources.All.Single(f => f.Path == path).Lines[line - 2], @"\bconstraint\s+\w+\s*$", RegexOptions.IgnoreCase);
    }
}

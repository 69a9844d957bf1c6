using System.Text.RegularExpressions;
using MotCua.Calendar;
using MotCua.TestKit;
using MotCua.Web.Shell;
using Shouldly;
using Xunit;

namespace MotCua.WebTests.Shell;

/// <summary>Nothing that a user reads lacks its English; no icon that a page names lacks its drawing.</summary>
public sealed partial class WordsTests
{
    private static readonly string[] Sources = Directory.GetFiles(Repository.File("src"), "*.cs*", SearchOption.AllDirectories)
        .Where(f => Path.GetExtension(f) is ".cs" or ".cshtml" && !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
        .ToArray();

    [Fact]
    public void Every_sentence_of_pages_and_refusals_has_its_English()
    {
        var missing = Sources
            .SelectMany(f => Keys(File.ReadAllText(f)).Select(k => (File: Path.GetRelativePath(Repository.Root, f), Key: k)))
            .Where(k => !English.Sentences.ContainsKey(k.Key))
            .Select(k => $"{k.File}: {k.Key}")
            .Distinct()
            .Order()
            .ToList();

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_status_and_every_due_cell_has_its_English() =>
        StatusTag.All.SelectMany(t => new[] { t.Officers, t.Citizens }).Concat(DueWords.Texts)
            .Where(s => !English.Sentences.ContainsKey(s)).ShouldBeEmpty();

    [Fact]
    public void A_translation_has_the_places_of_its_sentence() =>
        English.Sentences.Where(s => !Places(s.Key).SetEquals(Places(s.Value))).Select(s => s.Key).ShouldBeEmpty();

    [Fact]
    public void Every_icon_that_a_page_names_is_in_the_list() =>
        Sources.Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal))
            .SelectMany(f => IconNames().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Concat(StatusTag.All.Select(t => t.Icon))
            .Concat(SideMenu.All.Select(m => m.Icon))
            .Concat(Enum.GetValues<DueKind>().Select(k => DueLook.Of(k).Icon))
            .Where(i => !IconSprite.Names.Contains(i)).ShouldBeEmpty();

    private static IEnumerable<string> Keys(string source) =>
        TextKeys().Matches(Comments().Replace(source, "")).Concat(ErrorTexts().Matches(source))
            .Select(m => Regex.Unescape(m.Groups[1].Value))
            .Where(k => Place().Replace(k, "").Any(char.IsLetter));

    private static HashSet<string> Places(string sentence) => [.. Place().Matches(sentence).Select(m => m.Value)];

    // T["…"], t["…"], Text.Key("…")
    [GeneratedRegex("""(?:\b[Tt]\[|\bText\.Key\()"((?:[^"\\]|\\.)+)"(?=[\],)])""")]
    private static partial Regex TextKeys();

    // A refusal: its stable code, then its sentence.
    [GeneratedRegex("""new(?: Error)?\(\s*"[a-z]+(?:-[a-z]+)*\.[a-z-]+",\s*"((?:[^"\\]|\\.)+)"(?=\s*[,)])""")]
    private static partial Regex ErrorTexts();

    [GeneratedRegex("""(?:mc-icon name|icon)="([a-z0-9-]+)"(?=[^=]*/?>)""")]
    private static partial Regex IconNames();

    [GeneratedRegex("///.*")]
    private static partial Regex Comments();

    [GeneratedRegex("""\{\d+\}""")]
    private static partial Regex Place();
}

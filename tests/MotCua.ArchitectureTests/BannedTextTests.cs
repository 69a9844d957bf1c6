using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace MotCua.ArchitectureTests;

/// <summary>What the compiler lets through and we do not. Each line: what, where, why.</summary>
public sealed class BannedTextTests
{
    private static readonly (string Pattern, string Under, string[] Extensions, string Why)[] Bans =
    [
        (@"NotImplementedException|NotSupportedException\(\)", "src/", [".cs"], "nothing unfinished lands"),
        (@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", "", [".cs", ".cshtml", ".js", ".sql", ".sh"], "do it or write an issue"),
        (@"#pragma warning disable", "src/", [".cs"], "switch a rule off in .editorconfig, with its reason"),
        (@"Thread\.Sleep|Task\.Delay\(\d+\);", "src/MotCua.Web/", [".cs"], "a request does not sleep"),
        (@"\.GetAwaiter\(\)\.GetResult\(\)|\.Wait\(\)", "src/", [".cs"], "blocks a thread"),
        (@"EnsureCreated|EnsureDeleted", "src/", [".cs"], "the schema is made by migrations only"),
        (@"ToUniversalTime\(\)\.Date|ToLocalTime\(\)|DateTimeKind\.Local|TimeZoneInfo\.Local", "src/", [".cs"], "days are Vietnam days: Moment"),
        (@"Html\.Raw\((?!MotCua\.Documents\.HtmlWriter\.)", "src/MotCua.Web/Pages", [".cshtml"], "unencoded text; only the document writer encodes by itself"),
        (@"\sstyle=""", "src/MotCua.Web/Pages", [".cshtml"], "the content security policy forbids inline style"),
        (@"<script(?![^>]*\ssrc=)|<style|\son[a-z]+=""|javascript:", "src/MotCua.Web/Pages", [".cshtml"], "the content security policy forbids inline script"),
        (@"(src|href|action)=""(https?:)?//", "src/MotCua.Web/Pages", [".cshtml"], "no third-party host"),
        (@"url\((['""])?(https?:)?//|@import\s+(url\()?['""]?(https?:)?//", "src/MotCua.Web/wwwroot", [".css"], "no third-party host"),
        (@"\beval\(|\.innerHTML\s*=|document\.write\(", "src/MotCua.Web/wwwroot", [".js"], "text of a user could run as script"),
        (@"console\.log\(", "src/", [".js"], "left over from a search for a bug"),
        (@"Console\.(Out|Write)", "src/MotCua.Web/Pages", [".cs"], "pages log"),
        (@"Console\.(Out|Write)", "src/MotCua.Cli/Commands", [".cs"], "commands write to their context"),
    ];

    [Fact]
    public void Nothing_banned_is_used()
    {
        var wrong = from ban in Bans
                    from file in Sources.Named(ban.Under, ban.Extensions)
                    from place in file.Where(line => Regex.IsMatch(line, ban.Pattern))
                    select $"{place}   ({ban.Why})";

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_ban_looks_at_files_that_exist()
    {
        Bans.Where(b => !Sources.Named(b.Under, b.Extensions).Any()).Select(b => b.Pattern).ShouldBeEmpty();
    }
}

using System.Net;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;

namespace MotCua.UnitTests.Documents;

/// <summary>
/// The text of a paper, one line a block, compared with the approved file beside the tests. A difference fails and leaves
/// NAME.received.txt; after reading it, rename it to NAME.txt.
/// </summary>
internal static class Snapshots
{
    public static void Matches(string name, string html, [CallerFilePath] string here = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(here)!, "snapshots");
        var approved = Path.Combine(folder, $"{name}.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        var text = Text(html);
        if (File.Exists(approved) && File.ReadAllText(approved) == text)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, text);
        (File.Exists(approved) ? File.ReadAllText(approved) : "").ShouldBe(text, $"Not as approved; read {received}");
    }

    private static string Text(string html)
    {
        html = Regex.Replace(html, "<svg.*?</svg>", "\n[QR]\n", RegexOptions.Singleline);
        html = Regex.Replace(html, "</(td|th)>", " | ");
        html = Regex.Replace(html, "<(/?(div|p|h1|h2|h3|dl|tr|thead|tbody|table|ol|li|ul|article)|br|u)\\b[^>]*>", "\n");
        html = WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", ""));
        var lines = html.Split('\n').Select(l => Regex.Replace(l, " +", " ").Trim()).Where(l => l.Length > 0);
        return string.Join('\n', lines) + "\n";
    }
}

using System.Net;
using System.Text.RegularExpressions;

namespace MotCua.UnitTests.Documents;

/// <summary>What a paper says, one line a block: the part of its HTML that an official signs.</summary>
internal static class PaperWords
{
    public static string Of(string html)
    {
        html = Regex.Replace(html, "<svg.*?</svg>", "\n[QR]\n", RegexOptions.Singleline);
        html = Regex.Replace(html, "</(td|th)>", " | ");
        html = Regex.Replace(html, "<(/?(div|p|h1|h2|h3|dl|tr|thead|tbody|table|ol|li|ul|article)|br|u)\\b[^>]*>", "\n");
        html = WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]+>", ""));
        var lines = html.Split('\n').Select(l => Regex.Replace(l, " +", " ").Trim()).Where(l => l.Length > 0);
        return string.Join('\n', lines);
    }
}

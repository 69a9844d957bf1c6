using System.Text;
using System.Text.RegularExpressions;
using MotCua.Foundation;

namespace MotCua.Notices;

/// <summary>
/// The small language of templates: {place} is filled; [text with {place}] falls away as a whole when the value is not known.
/// A line that falls away leaves no gap.
/// </summary>
public static partial class NoticeText
{
    /// <summary>A short message, in UTF-16 units: five parts of 67, since marks need Unicode.</summary>
    public const int LongestShort = 320;

    public const int LongestSubject = 200;

    public const int LongestBody = 4000;

    private const int ShortestCut = 20;

    /// <summary>Fills a template. When a limit is given, the longest values that may shrink are cut with "…" until it fits.</summary>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values, int? limit = null)
    {
        var clean = NoticePlaces.All.ToDictionary(p => p.Name, p => NoticePlaces.Clean(p, values.GetValueOrDefault(p.Name)), StringComparer.Ordinal);
        var text = Filled(template, clean);
        while (limit is { } most && text.Length > most && Longest(template, clean) is { } place)
        {
            var value = clean[place];
            clean[place] = Cut(value, Math.Max(ShortestCut, value.Length - (text.Length - most)));
            text = Filled(template, clean);
        }

        return text;
    }

    /// <summary>What is wrong with a text that a person wrote, or null.</summary>
    public static Error? Check(string template, IReadOnlyCollection<string> places, int longest, string field)
    {
        if (Vietnamese.Length(template) > longest)
        {
            return NoticeErrors.TooLong(Vietnamese.Length(template), longest).At(field);
        }

        if (template.EnumerateRunes().Any(r => r.Value is not '\n' && Vietnamese.HasForbiddenCharacters(r.ToString())))
        {
            return NoticeErrors.HiddenCharacters().At(field);
        }

        var unknown = PlaceMark().Matches(template).Select(m => m.Groups[1].Value).FirstOrDefault(p => !places.Contains(p));
        if (unknown is not null)
        {
            return NoticeErrors.UnknownPlace(unknown, string.Join(", ", places.Select(p => $"{{{p}}}"))).At(field);
        }

        return template.Split('\n').Any(line => OptionalPart().Replace(PlaceMark().Replace(line, ""), "").AsSpan().ContainsAny("[]{}"))
            ? NoticeErrors.OpenBracket().At(field)
            : null;
    }

    private static string Filled(string template, Dictionary<string, string> values)
    {
        var lines = new List<string>();
        foreach (var line in template.ReplaceLineEndings("\n").Split('\n'))
        {
            var kept = OptionalPart().Replace(line, m => PlaceMark().Matches(m.Value).Any(p => values.GetValueOrDefault(p.Groups[1].Value, "").Length == 0) ? "" : m.Value[1..^1]);
            if (kept.Trim().Length > 0 || line.Trim().Length == 0)
            {
                lines.Add(PlaceMark().Replace(kept, m => values.GetValueOrDefault(m.Groups[1].Value, "")).TrimEnd());
            }
        }

        return ManyBlankLines().Replace(string.Join('\n', lines), "\n\n").Trim().Normalize(NormalizationForm.FormC);
    }

    private static string? Longest(string template, Dictionary<string, string> values) =>
        PlaceMark().Matches(template).Select(m => m.Groups[1].Value)
            .Where(p => NoticePlaces.Find(p) is { MayShrink: true } && values[p].Length > ShortestCut)
            .MaxBy(p => values[p].Length);

    /// <summary>At a word's end, with "…"; a value without spaces is cut where it must.</summary>
    private static string Cut(string value, int length)
    {
        if (value.Length <= length)
        {
            return value;
        }

        var end = length - 1;
        if (char.IsLowSurrogate(value[end]))
        {
            end--;
        }

        var space = value.LastIndexOf(' ', end);
        return (space >= length / 2 ? value[..space] : value[..end]).TrimEnd(' ', ',', ';', '.') + "…";
    }

    [GeneratedRegex(@"\{([^{}\[\]]*)\}")]
    private static partial Regex PlaceMark();

    [GeneratedRegex(@"\[[^\[\]]*\]")]
    private static partial Regex OptionalPart();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyBlankLines();
}

/// <summary>A notice in words. <paramref name="Subject"/> is empty for short messages.</summary>
public sealed record NoticeWords(string Subject, string Body);

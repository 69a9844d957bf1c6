using System.Globalization;
using System.Text;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>A piece of a name; <paramref name="Match"/> pieces are shown in a mark.</summary>
public readonly record struct NamePart(string Text, bool Match);

/// <summary>What search needs of a text: its first letters, and where a typed text stands in it.</summary>
public static class SearchText
{
    /// <summary>"Cấp Giấy xác nhận" → "cgxn".</summary>
    public static string Initials(string name) =>
        string.Concat(Vietnamese.SearchKey(name).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w[0])).Select(w => w[0]));

    /// <summary>The name in pieces, the first place of <paramref name="key"/> marked; each of its words when it stands nowhere whole.</summary>
    public static IReadOnlyList<NamePart> Highlight(string name, string key)
    {
        var (folded, places) = Fold(name);
        var marked = new bool[name.Length];
        if (!Mark(folded, places, key, marked))
        {
            foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1))
            {
                Mark(folded, places, word, marked);
            }
        }

        return Pieces(name, marked);
    }

    /// <summary>Marks the words whose first letters are <paramref name="initials"/>.</summary>
    public static IReadOnlyList<NamePart> HighlightInitials(string name, string initials)
    {
        var starts = WordStarts(name);
        var at = string.Concat(starts.Select(s => s.Letter)).IndexOf(initials, StringComparison.Ordinal);
        var marked = new bool[name.Length];
        if (at >= 0)
        {
            var end = starts[at + initials.Length - 1].End;
            Array.Fill(marked, true, starts[at].Start, end - starts[at].Start);
        }

        return Pieces(name, marked);
    }

    private static bool Mark(string folded, List<int> places, string key, bool[] marked)
    {
        var at = folded.IndexOf(key, StringComparison.Ordinal);
        while (at > 0 && folded[at - 1] != ' ' && at >= 0)
        {
            at = folded.IndexOf(key, at + 1, StringComparison.Ordinal);
        }

        if (at < 0 || key.Length == 0)
        {
            return false;
        }

        var from = places[at];
        var to = places[at + key.Length - 1];
        Array.Fill(marked, true, from, to - from + 1);
        return true;
    }

    // The search key letter by letter, and for each letter its place in the name.
    private static (string Folded, List<int> Places) Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var places = new List<int>(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            foreach (var c in name[i].ToString().Normalize(NormalizationForm.FormD))
            {
                if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark)
                {
                    continue;
                }

                var lower = char.ToLowerInvariant(c) is 'đ' ? 'd' : char.ToLowerInvariant(c);
                var kept = char.IsLetterOrDigit(lower) || lower is '.' or '-';
                if (kept || (folded.Length > 0 && folded[^1] != ' '))
                {
                    folded.Append(kept ? lower : ' ');
                    places.Add(i);
                }
            }
        }

        return (folded.ToString(), places);
    }

    private static List<(char Letter, int Start, int End)> WordStarts(string name)
    {
        var (folded, places) = Fold(name);
        var words = new List<(char, int, int)>();
        for (var i = 0; i < folded.Length; i++)
        {
            if (char.IsLetter(folded[i]) && (i == 0 || folded[i - 1] == ' '))
            {
                var end = folded.IndexOf(' ', i);
                words.Add((folded[i], places[i], end < 0 ? name.Length : places[end - 1] + 1));
            }
        }

        return words;
    }

    private static List<NamePart> Pieces(string name, bool[] marked)
    {
        var pieces = new List<NamePart>();
        var start = 0;
        for (var i = 1; i <= name.Length; i++)
        {
            // A space between two marked words belongs to the mark.
            var same = i < name.Length && (marked[i] == marked[start] || (name[i] == ' ' && marked[start] && i + 1 < name.Length && marked[i + 1]));
            if (!same)
            {
                pieces.Add(new NamePart(name[start..i], marked[start]));
                start = i;
            }
        }

        return pieces;
    }
}

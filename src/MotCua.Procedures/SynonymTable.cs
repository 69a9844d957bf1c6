using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>One row of everyday words as the search and the page of synonyms see it.</summary>
public sealed record SynonymRow(string Phrase, string PhraseKey, string? LeadsTo, bool BuiltIn);

/// <summary>A row that a typed text leads through; <paramref name="Whole"/> when the whole phrase was typed.</summary>
public sealed record SynonymMatch(SynonymRow Row, bool Whole);

/// <summary>The built-in everyday words with the office's own on top.</summary>
public static class SynonymTable
{
    private static readonly Lazy<IReadOnlyList<SynonymRow>> Embedded = new(ReadEmbedded);

    public static IReadOnlyList<SynonymRow> BuiltIn => Embedded.Value;

    /// <summary>Every row, also those that lead nowhere.</summary>
    public static async Task<IReadOnlyList<SynonymRow>> LoadAsync(MotCuaDb db, CancellationToken ct)
    {
        var own = await db.ProcedureSynonyms.AsNoTracking().ToListAsync(ct);
        var replaced = own.Select(s => s.PhraseKey).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Select(s => new SynonymRow(s.Phrase, s.PhraseKey, s.LeadsTo, false)),
            .. BuiltIn.Where(s => !replaced.Contains(s.PhraseKey)),
        ];
    }

    /// <summary>
    /// Where a typed text leads: the longest phrases that it holds, then phrases that it begins ("mo qu" → "mở quán").
    /// </summary>
    public static IReadOnlyList<SynonymMatch> Matching(IEnumerable<SynonymRow> rows, string key)
    {
        var live = rows.Where(r => r.LeadsTo is not null).ToList();
        var held = live.Where(r => HoldsWords(key, r.PhraseKey)).OrderByDescending(r => r.PhraseKey.Length).ToList();
        var longest = held.Where(r => !held.Exists(longer => longer.PhraseKey.Length > r.PhraseKey.Length && HoldsWords(longer.PhraseKey, r.PhraseKey)));
        var begun = live.Where(r => key.Length >= 4 && r.PhraseKey.Length > key.Length && r.PhraseKey.StartsWith(key, StringComparison.Ordinal));
        return [.. longest.Select(r => new SynonymMatch(r, true)).Concat(begun.Select(r => new SynonymMatch(r, false))).Take(6)];
    }

    private static bool HoldsWords(string text, string phrase) => $" {text} ".Contains($" {phrase} ", StringComparison.Ordinal);

    private static List<SynonymRow> ReadEmbedded()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("synonyms.csv")
            ?? throw new InvalidOperationException("synonyms.csv is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = new List<SynonymRow>();
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            rows.Add(new SynonymRow(line[..comma], Vietnamese.SearchKey(line[..comma]), line[(comma + 1)..], true));
        }

        return rows;
    }
}

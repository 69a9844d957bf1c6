using System.Reflection;
using Microsoft.EntityFrameworkCore;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>One row of everyday words as the search and the page of synonyms see it.</summary>
public sealed record SynonymRow(string Phrase, string PhraseKey, string? LeadsTo, bool BuiltIn);

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

    /// <summary>Where a typed text leads: rows whose phrase it holds, or that it begins; the longest phrase first.</summary>
    public static IReadOnlyList<SynonymRow> Matching(IEnumerable<SynonymRow> rows, string key) =>
    [
        .. rows.Where(r => r.LeadsTo is not null && (HoldsWords(key, r.PhraseKey) || (key.Length >= 4 && r.PhraseKey.StartsWith(key, StringComparison.Ordinal))))
            .OrderByDescending(r => r.PhraseKey.Length)
            .Take(5),
    ];

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

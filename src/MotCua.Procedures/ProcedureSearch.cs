using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using MotCua.Calendar;
using MotCua.Foundation;

namespace MotCua.Procedures;

/// <summary>A procedure found, as the desk needs it: what it is, how long it takes, what it costs at the counter.</summary>
public sealed record ProcedureHit
{
    public ProcedureId ProcedureId { get; init; }

    public ProcedureVersionId VersionId { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Field { get; init; }

    /// <summary>Null: the source does not say and the desk must ask.</summary>
    public TimeLimit? Limit { get; init; }

    public bool Immediate { get; init; }

    /// <summary>The fee at the counter in đồng; null: the source gives none.</summary>
    public long? FeeDong { get; init; }

    public double Score { get; init; }

    /// <summary>The name in pieces, the part that matched marked.</summary>
    public IReadOnlyList<NamePart> Parts { get; init; } = [];

    /// <summary>The everyday words that led here, when they did.</summary>
    public string? Through { get; init; }

    /// <summary>"trả ngay", "3 ngày làm việc" or that the source does not say.</summary>
    public string LimitWords => Immediate ? "trả ngay" : Limit?.Words() ?? VersionDiff.LimitNotSaid;

    /// <summary>"8.000 đồng", "không thu" or that the source does not say.</summary>
    public string FeeWords => VersionDiff.FeeWords(new ChannelFee(null, FeeDong));
}

/// <summary>
/// Finds procedures in force by code, name with or without marks, first letters and everyday words, with typing errors.
/// One statement over the versions in force; the score says which way matched best.
/// </summary>
public static class ProcedureSearch
{
    private const string Columns =
        """
        p.id procedure_id, v.id version_id, p.code, v.name, v.field, v."limit" limit_text,
        v.immediate, v.counter_fee fee_dong
        """;

    private const string InForce =
        """
        from procedure_versions v join procedures p on p.id = v.procedure_id
        where v.status = 'published' and v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day)
        """;

    // What only the best need (marks, length) is worked out after the cheap comparisons have thrown nearly all rows away.
    // Codes beat names, whole phrases beat words, words beat typing errors; a shorter name is the better match.
    private const string Find =
        $"""
        with matched as materialized (
            select v.id, p.code, v.name, v.name_key, greatest(
                case when p.code_key = @code then 100 when @code <> '' and p.code_key like @code || '%' then 90 else 0 end,
                case when (' ' || v.name_key || ' ') like '% ' || @key || ' %' then 80 when (' ' || v.name_key) like '% ' || @key || '%' then 75 else 0 end,
                case when p.code_key = any(@lead_codes) or (' ' || v.name_key || ' ') like any(@lead_phrases) then
                    (select max(case when p.code_key = l.code then l.points + 4 when (' ' || v.name_key || ' ') like l.phrase then l.points else 0 end)
                     from unnest(@lead_phrases, @lead_codes, @lead_points) l(phrase, code, points)) else 0 end,
                case when @initials <> '' and v.initials like '%' || @initials || '%' then 70 else 0 end,
                case when (' ' || v.name_key) like all(@words) then 60 else 0 end,
                case when @fuzzy and length(@key) >= 4 then 50 * word_similarity(@key, v.name_key) else 0 end) points
            {InForce}
        ),
        scored as (
            select id, code, name_key, points + case when lower(name) like '%' || @marked || '%' then 4 else 0 end
              - length(regexp_replace(name_key, '^thu tuc ', '')) / 100.0 score
            from matched where points > 20
        )
        select s.score, {Columns}
        from (select * from scored where score > 24 order by score desc, length(name_key), code limit @take) s
        join procedure_versions v on v.id = s.id join procedures p on p.id = v.procedure_id
        order by s.score desc, length(v.name_key), p.code
        """;

    private const string ByIds = $"select 0 score, {Columns} {InForce} and p.id = any(@ids)";

    // Words that say only that something is wanted.
    private static readonly string[] Fillers = ["thu tuc", "toi muon", "em muon", "lam the nao de", "di lam", "xin", "lam", "can", "muon", "dang ki"];

    public static async Task<IReadOnlyList<ProcedureHit>> FindAsync(
        MotCuaDb db, string text, DateOnly day, int take = 10, CancellationToken ct = default)
    {
        var key = Vietnamese.SearchKey(text.Length > 200 ? text[..200] : text);
        if (key.Length == 0)
        {
            return [];
        }

        var synonyms = SynonymTable.Matching(await SynonymTable.LoadAsync(db, ct), key);
        var plain = WithoutFillers(key);
        var parameters = new
        {
            day,
            take,
            fuzzy = false,
            key = plain,
            code = key.Any(char.IsDigit) ? ProcedureCode.Key(key) : "",
            initials = plain.Length >= 3 && plain.All(char.IsAsciiLetter) ? plain : "",
            words = plain.Split(' ').Select(w => $"% {w}%").ToArray(),
            marked = Vietnamese.Tidy(text).ToLowerInvariant().Replace("%", "", StringComparison.Ordinal),
            lead_phrases = synonyms.Select(s => $"% {Vietnamese.SearchKey(s.Row.LeadsTo!)} %").ToArray(),
            lead_codes = synonyms.Select(s => ProcedureCode.IsCode(s.Row.LeadsTo) ? ProcedureCode.Key(s.Row.LeadsTo!) : "-").ToArray(),
            lead_points = synonyms.Select(s => s.Whole ? 82 : 66).ToArray(),
        };

        // Comparing by trigrams costs ten times the rest, so it is asked only when nothing fits as typed.
        var rows = await db.QueryAsync<Row>(Find, parameters, ct);
        if (rows.Count == 0)
        {
            rows = await db.QueryAsync<Row>(Find, parameters with { fuzzy = true }, ct);
        }

        return [.. rows.Select(r => r.ToHit(plain, [.. synonyms.Select(s => s.Row)]))];
    }

    /// <summary>The versions in force of given procedures, in the order given: the desk's most used ones.</summary>
    public static async Task<IReadOnlyList<ProcedureHit>> InForceAsync(
        MotCuaDb db, IReadOnlyList<ProcedureId> ids, DateOnly day, CancellationToken ct = default)
    {
        var rows = await db.QueryAsync<Row>(ByIds, new { day, ids = ids.Select(i => i.Value).ToArray() }, ct);
        return [.. rows.Select(r => r.ToHit("", [])).OrderBy(h => ids.ToList().IndexOf(h.ProcedureId))];
    }

    private static string WithoutFillers(string key)
    {
        foreach (var filler in Fillers)
        {
            if (key.StartsWith($"{filler} ", StringComparison.Ordinal))
            {
                key = key[(filler.Length + 1)..];
            }
        }

        return key;
    }

    private static async Task<IReadOnlyList<T>> QueryAsync<T>(this MotCuaDb db, string sql, object parameters, CancellationToken ct)
    {
        DbConnection connection = db.Database.GetDbConnection();
        var transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return (await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, transaction, cancellationToken: ct))).AsList();
    }

    private sealed class Row
    {
        public double Score { get; init; }

        public Guid ProcedureId { get; init; }

        public Guid VersionId { get; init; }

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string Field { get; init; } = "";

        public string? LimitText { get; init; }

        public bool Immediate { get; init; }

        public long? FeeDong { get; init; }

        public ProcedureHit ToHit(string key, IReadOnlyList<SynonymRow> synonyms)
        {
            var nameKey = Vietnamese.SearchKey(Name);
            var through = synonyms.FirstOrDefault(s => nameKey.Contains(Vietnamese.SearchKey(s.LeadsTo!), StringComparison.Ordinal) || s.LeadsTo == Code);
            return new ProcedureHit
            {
                ProcedureId = new ProcedureId(ProcedureId),
                VersionId = new ProcedureVersionId(VersionId),
                Code = Code,
                Name = Name,
                Field = Field,
                Limit = LimitText is null ? null : TimeLimit.Parse(LimitText),
                Immediate = Immediate,
                FeeDong = FeeDong,
                Score = Score,
                Through = through?.Phrase,
                Parts = Marked(nameKey, key, through),
            };
        }

        private IReadOnlyList<NamePart> Marked(string nameKey, string key, SynonymRow? through)
        {
            if (key.Length == 0)
            {
                return [new NamePart(Name, false)];
            }

            if (through is not null && !$" {nameKey}".Contains($" {key}", StringComparison.Ordinal))
            {
                return SearchText.Highlight(Name, Vietnamese.SearchKey(through.LeadsTo!));
            }

            var parts = SearchText.Highlight(Name, key);
            return parts.Any(p => p.Match) ? parts : SearchText.HighlightInitials(Name, key);
        }
    }
}

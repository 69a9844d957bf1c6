using System.Data.Common;
using Dapper;
using Microsoft.EntityFrameworkCore;
using MotCua.Calendar;
using MotCua.Foundation;
using MotCua.Procedures;

namespace MotCua.Web.Pages.Admin.Procedures;

/// <summary>One procedure of the list: its version in force today, else its newest.</summary>
public sealed record ProcedureRow
{
    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Field { get; init; }

    public string? LimitText { get; init; }

    public long? CounterFee { get; init; }

    public bool Immediate { get; init; }

    public int Number { get; init; }

    public int? DraftNumber { get; init; }

    public bool InForce { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public string LimitWords => Immediate ? "trả ngay" : LimitText is null ? VersionDiff.LimitNotSaid : TimeLimit.Parse(LimitText).Words();

    public string FeeWords => VersionDiff.FeeWords(new ChannelFee(null, CounterFee));
}

/// <summary>What the list is narrowed to; every value lives in the address.</summary>
public sealed record ProcedureFilter(string? Text, string? Field, string State, int Page);

/// <summary>How many procedures each tab holds under the search and field chosen.</summary>
public sealed record ProcedureCounts
{
    public long All { get; init; }

    public long InForce { get; init; }

    public long Draft { get; init; }

    public long NoLimit { get; init; }

    public long NoFee { get; init; }

    public long Ended { get; init; }

    public long Of(string state) => state switch
    {
        "dang-dung" => InForce,
        "du-thao" => Draft,
        "thieu-thoi-han" => NoLimit,
        "thieu-le-phi" => NoFee,
        "het-hieu-luc" => Ended,
        _ => All,
    };
}

/// <summary>The list of procedures as the administrator reads it.</summary>
public static class ProcedureList
{
    public const int PageSize = 50;

    private const string Rows =
        """
        with shown as (
            select p.code, p.code_key, v.name, v.name_key, v.field, v."limit" limit_text, v.counter_fee, v.immediate, v.number, v.valid_from,
                coalesce(v.status = 'published' and v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day), false) in_force,
                (select number from procedure_versions d where d.procedure_id = p.id and d.status = 'draft') draft_number
            from procedures p cross join lateral (
                select * from procedure_versions v where v.procedure_id = p.id
                order by (v.status = 'published' and v.valid_from <= @day and (v.valid_to is null or v.valid_to >= @day)) desc, v.number desc limit 1) v
            where (@field is null or v.field = @field) and (cardinality(@codes) = 0 or p.code = any(@codes)))
        """;

    private const string State =
        """
        (@state = '' or (@state = 'dang-dung' and in_force) or (@state = 'du-thao' and draft_number is not null)
         or (@state = 'thieu-thoi-han' and in_force and limit_text is null) or (@state = 'thieu-le-phi' and in_force and counter_fee is null)
         or (@state = 'het-hieu-luc' and not in_force and draft_number is null))
        """;

    private const string Page =
        $"{Rows} select * from shown where {State} order by array_position(@codes, code), field, name_key, code limit 50 offset @skip";

    private const string Counts =
        $"""
        {Rows} select count(*) "all", count(*) filter (where in_force) in_force, count(draft_number) draft,
            count(*) filter (where in_force and limit_text is null) no_limit, count(*) filter (where in_force and counter_fee is null) no_fee,
            count(*) filter (where not in_force and draft_number is null) ended from shown
        """;


    public static async Task<(IReadOnlyList<ProcedureRow> Rows, ProcedureCounts Counts, IReadOnlyList<string> Fields)> LoadAsync(
        MotCuaDb db, ProcedureFilter filter, DateOnly day, CancellationToken ct)
    {
        // The search ranks the versions in force; its order is kept.
        var codes = string.IsNullOrWhiteSpace(filter.Text) ? [] : await CodesAsync(db, filter.Text, day, ct);
        DbConnection connection = db.Database.GetDbConnection();
        var parameters = new { day, field = filter.Field, codes, state = filter.State, skip = (filter.Page - 1) * PageSize };
        var rows = await connection.QueryAsync<ProcedureRow>(new CommandDefinition(Page, parameters, cancellationToken: ct));
        var counts = await connection.QuerySingleAsync<ProcedureCounts>(new CommandDefinition(Counts, parameters, cancellationToken: ct));
        var fields = await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct field from procedure_versions order by field", cancellationToken: ct));
        return (rows.AsList(), counts, fields.AsList());
    }

    // Nothing found must not mean "everything": the impossible code empties the list.
    private static async Task<string[]> CodesAsync(MotCuaDb db, string text, DateOnly day, CancellationToken ct)
    {
        var hits = await ProcedureSearch.FindAsync(db, text, day, 200, ct);
        var key = ProcedureCode.Key(text);
        var drafts = await db.Procedures.IgnoreAutoIncludes().Where(p => key.Length >= 3 && p.CodeKey.StartsWith(key)).Select(p => p.Code).Order().Take(50).ToListAsync(ct);
        return [.. hits.Select(h => h.Code).Union(drafts).DefaultIfEmpty("-")];
    }
}

using System.Data.Common;
using Dapper;
using MotCua.Organization;

namespace MotCua.Registers;

/// <summary>Which lines of a register a figure looks at.</summary>
public enum RegisterSpan
{
    /// <summary>Dated in the period.</summary>
    Period,

    /// <summary>Dated from 1 January of the period's last year to its last day: "trong năm".</summary>
    Year,

    /// <summary>Of each thing the newest line, as it stood on the last day.</summary>
    LastDay,

    /// <summary>The same on the day before <see cref="RegisterFigure.Since"/>.</summary>
    Before,

    /// <summary>Dated from <see cref="RegisterFigure.Since"/> to the last day.</summary>
    Since,
}

/// <summary>
/// A number of the reform annex as a set of a register's lines ("chỉ tiêu của sổ"): its value is the size of the set, or a sum over it, and
/// its list the same query.
/// </summary>
/// <param name="Name">In addresses.</param>
/// <param name="Indicator">The row of the annex.</param>
/// <param name="Label">In words.</param>
/// <param name="Span">Which lines it looks at.</param>
/// <param name="Condition">SQL over <c>x</c>.</param>
public sealed record RegisterFigure(string Name, string Indicator, string Label, RegisterSpan Span, string Condition)
{
    /// <summary>The column that is added up; null counts lines.</summary>
    public string? Sum { get; init; }

    public DateOnly Since { get; init; }

    /// <summary>Nothing in the period is a known 0 where the register has an earlier line; else a period without a line says nothing.</summary>
    public bool Standing { get; init; }

    /// <summary>What an agency must have in the register for the number to be known, besides a line in the span: SQL over <c>r</c>.</summary>
    public string Kept { get; init; } = "true";
}

/// <summary>A figure's number, and how many of the agencies asked keep the register so that it can be known.</summary>
public sealed record RegisterCount(long Value, int Keeping);

/// <summary>Counts and lists of <see cref="RegisterFigure"/>s: the same rows, the same condition.</summary>
public static class RegisterFigures
{
    /// <returns>Null when no agency has a line from which the number could be known.</returns>
    public static async Task<RegisterCount?> CountAsync(
        DbConnection connection, RegisterBook book, RegisterFigure figure, DirectiveSpan span, IEnumerable<AgencyId> agencies, CancellationToken ct)
    {
        var sql =
            $"""
            {Rows(book, figure)}
            select (select {(figure.Sum is { } sum ? $"coalesce(sum({sum}), 0)::bigint" : "count(*)")} from x where {figure.Condition}),
                   (select count(distinct r.agency_id)::int from {book.Table} r where r.agency_id = any(@agencies) and {Known(figure)} and {figure.Kept})
            """;
        var (value, keeping) = await connection.QuerySingleAsync<(long, int)>(new CommandDefinition(sql, Parameters(figure, span, agencies), cancellationToken: ct));
        return keeping == 0 ? null : new RegisterCount(value, keeping);
    }

    /// <summary>The lines of a figure, the newest first.</summary>
    public static async Task<IReadOnlyList<Guid>> ListAsync(
        DbConnection connection, RegisterBook book, RegisterFigure figure, DirectiveSpan span, IEnumerable<AgencyId> agencies, CancellationToken ct)
    {
        var sql = $"{Rows(book, figure)} select id from x where {figure.Condition} order by day desc, id desc";
        return [.. await connection.QueryAsync<Guid>(new CommandDefinition(sql, Parameters(figure, span, agencies), cancellationToken: ct))];
    }

    private static string Rows(RegisterBook book, RegisterFigure figure) => figure.Span is RegisterSpan.LastDay or RegisterSpan.Before
        ? $"""
          with x as (
              select distinct on (r.agency_id, {book.SameThing}) r.* from {book.Table} r
              where r.agency_id = any(@agencies) and r.day <= @until
              order by r.agency_id, {book.SameThing}, r.day desc, r.id desc)
          """
        : $"with x as (select r.* from {book.Table} r where r.agency_id = any(@agencies) and r.day >= @begin and r.day <= @until)";

    // What was reduced since a day is known only where the register reaches back before it.
    private static string Known(RegisterFigure figure) => figure.Span switch
    {
        RegisterSpan.LastDay or RegisterSpan.Before => "r.day <= @until",
        RegisterSpan.Period when figure.Standing => "r.day <= @until",
        RegisterSpan.Since => "r.day < @begin",
        _ => "r.day >= @begin and r.day <= @until",
    };

    private static object Parameters(RegisterFigure figure, DirectiveSpan span, IEnumerable<AgencyId> agencies)
    {
        var until = figure.Span is RegisterSpan.Before ? figure.Since.AddDays(-1) : span.AssignedTo;
        var begin = figure.Span switch
        {
            RegisterSpan.Year => new DateOnly(span.LastDay.Year, 1, 1),
            RegisterSpan.Since => figure.Since,
            _ => span.From,
        };
        return new { begin, until, agencies = agencies.Select(a => a.Value).ToArray() };
    }
}

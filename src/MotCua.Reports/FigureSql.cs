namespace MotCua.Reports;

/// <summary>
/// The SQL behind every figure. Parameters: @start (P0), @end (P1 or --at), @last_day (L), @agencies (uuid[] or null for all).
/// A dossier that was open at the end but changed since is read from its past span; everything else from its row.
/// Dates are only compared here; they were computed by the clock when the event was recorded.
/// </summary>
public static class FigureSql
{
    /// <summary>
    /// Two arms instead of one range: dossiers of the last 90 days by their receipt, long-runners by partial indexes. Measured
    /// at ten million rows this stays near the speed of a column store.
    /// </summary>
    private const string TouchedIds =
        """
        select id from dossiers where received_at >= @start::timestamptz - interval '90 days' and received_at < @end and (finished_at is null or finished_at >= @start)
        union all
        select id from dossiers where received_at < @start::timestamptz - interval '90 days' and finished_at is null
        union all
        select id from dossiers where received_at < @start::timestamptz - interval '90 days' and finished_at >= @start
        """;

    private static string IdsOf(FigureBase set) => set switch
    {
        FigureBase.Touched => TouchedIds,
        FigureBase.Returned => "select id from dossiers where returned_at >= @start and returned_at < @end",
        FigureBase.ReadyNotReturned =>
            "select id from dossiers where finished_at < @end and finish_kind <> 'withdrawn' and (returned_at is null or returned_at >= @end)",
        FigureBase.Refused => "select id from dossiers where refused_at >= @start and refused_at < @end",
        FigureBase.PaidOnline =>
            "select distinct dossier_id as id from dossier_payments where at >= @start and at < @end and method in ('online_national', 'online_local')",
        FigureBase.Rated => "select id from dossiers where rated_at >= @start and rated_at < @end",
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    /// <summary>The rows of a base as <c>x</c>, ready for a figure's condition.</summary>
    public static string Rows(FigureBase set, Basis basis) =>
        $"""
        with ids as ({IdsOf(set)}),
        seen as (
            select d.id, d.code, d.procedure_id, d.field, d.channel, d.received_at, d.refused_at, d.rating,
                   d.digitisation_required, d.finish_kind, d.finished_at, right(d."limit", 1) = 'h' as by_instant,
                   coalesce(d.finished_at < @end, false) as finished,
                   {(basis is Basis.Original ? "d.verdict" : "d.verdict_extended")} as verdict,
                   coalesce(d.apology_at < @end, false) as apologised,
                   coalesce(d.papers_digitised_at < @end, false) as papers_digitised,
                   coalesce(s.agency_id, d.agency_id) as agency_id,
                   case when s.id is null then d.due_day else s.due_day end as due_day,
                   case when s.id is null then d.due_at else s.due_at end as due_at,
                   case when s.id is null then d.extended_due else s.extended_due end as extended_due,
                   case when s.id is null then d.stopped_at else s.stopped_at end as stopped_at
            from ids join dossiers d using (id)
            left join lateral (
                select p.* from dossier_spans p
                where d.span_from >= @end and p.dossier_id = d.id and p.from_at < @end and p.to_at >= @end
                limit 1) s on true
        ),
        x as (
            select seen.*, {Overdue(basis)} as overdue{(set is FigureBase.PaidOnline ? $", {OnlineAmount} as paid_online_amount" : "")}
            from seen
            where @agencies::uuid[] is null or agency_id = any(@agencies::uuid[])
        )
        """;

    private const string OnlineAmount =
        "(select sum(p.amount) from dossier_payments p where p.dossier_id = seen.id and p.at >= @start and p.at < @end and p.method in ('online_national', 'online_local'))";

    private const string StopDay = "(stopped_at at time zone interval '7 hours')::date";

    private static string Overdue(Basis basis)
    {
        // By instant: due before the end; while stopped, judged at the stop. By day: the last day, or the day of the stop, is later.
        const string Original =
            $"""
            coalesce(case
                when by_instant and stopped_at is not null then stopped_at > due_at
                when by_instant then due_at < @end
                else coalesce({StopDay}, @last_day) > due_day
            end, false)
            """;
        return basis is Basis.Original
            ? Original
            : $"case when extended_due is not null then coalesce({StopDay}, @last_day) > extended_due else {Original} end";
    }

    /// <summary>One column for a figure inside a grouped select over <c>x</c>.</summary>
    public static string Column(Figure figure) => figure.Sum is { } sum
        ? $"coalesce(sum({sum}) filter (where {figure.Condition}), 0)::bigint"
        : $"count(*) filter (where {figure.Condition})";
}

namespace MotCua.Reports;

/// <summary>
/// The SQL behind every figure. Parameters: @start (P0), @end (P1 or --at), @last_day (L), @agencies (uuid[] or null for all).
/// A dossier that was open at the end but changed since is read from its past span; everything else from its row.
/// Dates are only compared here; they were computed by the clock when the event was recorded.
/// </summary>
public static class FigureSql
{
    /// <summary>
    /// Up to so many agencies their dossiers are reached through the agency, each by an index range of its own; above it the period
    /// is read once for all.
    /// </summary>
    private const int Few = 64;

    private const string Columns =
        """
        d.id, d.code, d.procedure_id, d.field, d.channel, d.received_at, d.refused_at, d.rating, d.digitisation_required, d.finish_kind, d.finished_at,
        d.verdict, d.verdict_extended, d.apology_at, d.papers_digitised_at, d.agency_id, d.due_day, d.due_at, d.extended_due, d.stopped_at, d.span_from, d."limit"
        """;

    private const string Long = "received_at < @start::timestamptz - interval '90 days'";

    private const string OnlineIds =
        "d.id in (select dossier_id from dossier_payments where at >= @start and at < @end and method in ('online_national', 'online_local'))";

    /// <summary>Rating forms that name no dossier, in the columns of dossiers: no code, no procedure; the channel is that of the form.</summary>
    private const string FormsWithoutDossier =
        """
        select s.id, '' as code, null::uuid, s.field, s.via, null::timestamptz, null::timestamptz, s.rating, false, null::text, null::timestamptz,
               null::text, null::text, null::timestamptz, null::timestamptz, s.agency_id, null::date, null::timestamptz, null::date, null::timestamptz,
               null::timestamptz, ''
        from survey_forms s
        where s.dossier_id is null and s.rated_at >= @start and s.rated_at < @end and (@agencies::uuid[] is null or s.agency_id = any(@agencies::uuid[]))
        """;

    /// <summary>
    /// The arms of a base: each a range of one index. Two for the touched instead of one range: dossiers of the last 90 days by their
    /// receipt, long-runners by the indexes of what is open and what is finished.
    /// </summary>
    private static IReadOnlyList<string> Arms(FigureBase set) => set switch
    {
        FigureBase.Touched =>
        [
            "received_at >= @start::timestamptz - interval '90 days' and received_at < @end and (finished_at is null or finished_at >= @start)",
            $"{Long} and finished_at is null",
            $"{Long} and finished_at >= @start",
        ],
        FigureBase.Returned => ["returned_at >= @start and returned_at < @end"],
        FigureBase.ReadyNotReturned =>
        [
            "finished_at is not null and finished_at < @end and finish_kind <> 'withdrawn' and returned_at is null",
            "finished_at < @end and finish_kind <> 'withdrawn' and returned_at >= @end",
        ],
        FigureBase.Refused => ["refused_at >= @start and refused_at < @end"],
        FigureBase.PaidOnline => [OnlineIds],
        FigureBase.Rated => ["rated_at >= @start and rated_at < @end"],
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    /// <summary>
    /// The dossiers of a base. Of few agencies: those that are theirs now, and those that were theirs and have been handed over
    /// since (the competent agency is judged afterwards, by the span).
    /// </summary>
    private static string Dossiers(FigureBase set, IReadOnlyCollection<Guid>? agencies) =>
        set is FigureBase.Rated ? $"{OfLedger(set, agencies)}\nunion all\n{FormsWithoutDossier}" : OfLedger(set, agencies);

    private static string OfLedger(FigureBase set, IReadOnlyCollection<Guid>? agencies)
    {
        if (agencies is null || agencies.Count > Few)
        {
            return Union(Arms(set), arm => $"select {Columns} from dossiers d where {arm}");
        }

        const string HandedOver =
            """
            d.id in (select p.dossier_id from dossier_spans p join dossiers h on h.id = p.dossier_id
                     where p.agency_id = any(@agencies::uuid[]) and p.to_at >= @end and p.from_at < @end and h.agency_id <> p.agency_id)
            """;
        return Union(
            [.. Arms(set).Select(arm => $"d.agency_id = any(@agencies::uuid[]) and {arm}"), .. Arms(set).Select(arm => $"{HandedOver} and d.agency_id <> all(@agencies::uuid[]) and {arm}")],
            arm => $"select {Columns} from dossiers d where {arm}");
    }

    private static string Union(IEnumerable<string> arms, Func<string, string> select) => string.Join("\nunion all\n", arms.Select(select));

    /// <summary>The same rows, reached through the period whoever's they are.</summary>
    public static string Rows(FigureBase set, Basis basis) => Rows(set, basis, null);

    /// <summary>The rows of a base as <c>x</c>, ready for a figure's condition.</summary>
    /// <param name="set">Which dossiers.</param>
    /// <param name="basis">By which date lateness is judged.</param>
    /// <param name="agencies">The value of @agencies, which decides the way to the rows and never the rows.</param>
    public static string Rows(FigureBase set, Basis basis, IReadOnlyCollection<Guid>? agencies) =>
        $"""
        with base as ({Dossiers(set, agencies)}),
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
            from base d
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

    /// <summary>
    /// Who a dossier is counted under, as <c>h.officer</c> (code): while open, who holds it at the end; when finished, who put it before
    /// the signer, or, without a signer, who finished it.
    /// </summary>
    public const string Officer =
        """
        left join lateral (
            select case when x.finished then coalesce(
                (select coalesce(o.code, e.by_code) from dossier_events e left join officers o on o.id = e.officer_id
                 where e.dossier_id = x.id and e.kind = 'sent_for_signature' and e.at < @end order by e.seq desc limit 1),
                (select coalesce(o.code, e.by_code) from dossier_events e left join officers o on o.id = e.officer_id
                 where e.dossier_id = x.id and e.kind in ('result_ready', 'stopped', 'withdrawn') and e.at < @end order by e.seq desc limit 1))
            else
                (select o.code from dossier_events e left join officers o on o.id = (e.facts #>> '{holder,value}')::uuid
                 where e.dossier_id = x.id and e.at < @end
                       and e.kind in ('assigned', 'taken', 'step_finished', 'sent_for_signature', 'sent_back', 'signed') order by e.seq desc limit 1)
            end as officer) h on true
        """;

    /// <summary>The key of a row's group over <c>x</c>, and what must be joined for it.</summary>
    public static (string Key, string Join) Group(Grouping grouping) => grouping switch
    {
        Grouping.Field => ("x.field", ""),
        Grouping.Procedure => ("coalesce(p.code, '')", "left join procedures p on p.id = x.procedure_id"),
        Grouping.Channel => ("x.channel", ""),
        Grouping.Officer => ("coalesce(h.officer, '')", Officer),
        _ => ("null::text", ""),
    };

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

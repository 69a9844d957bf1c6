namespace MotCua.Dossiers.Watchdogs;

/// <summary>
/// The conditions that lists, counts, cockpit and digest share, over <c>d</c> (dossiers) and <c>l</c> (an agency with its instants).
/// Parameters: @agencies with @still, @shelf, @supplement (an instant each), @now, @today; for a period @from, @to.
/// Dates are only compared here; the clock computed them.
/// </summary>
public static class WatchSql
{
    public const string Open = "d.finished_at is null and d.received_at is not null";

    public const string Ready = "d.finished_at is not null and d.returned_at is null and d.finish_kind <> 'withdrawn'";

    /// <summary>Done in the period, as the figure <c>done</c> counts it.</summary>
    public const string Done = "d.finished_at >= @from and d.finished_at < @to and d.finish_kind <> 'withdrawn'";

    /// <summary>Judged as the due cell judges it; what stands still is not late here.</summary>
    public const string Overdue =
        """
        d.stopped_at is null and case when d.extended_due is null and d."limit" like '%h' then d.due_at < @now
            else coalesce(d.extended_due, d.due_day) < @today end
        """;

    /// <summary>A new date counts to the end of its day; closing time is near enough to sort by and to call a risk.</summary>
    public const string DueInstant = "coalesce((d.extended_due + time '17:00') at time zone 'Asia/Ho_Chi_Minh', d.due_at)";

    /// <summary>The instant at which the first promise was broken: the due instant of a limit in hours, else midnight after the due day.</summary>
    public const string LateAt = """case when d."limit" like '%h' then d.due_at else (d.due_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' end""";

    /// <summary>Where an open dossier is, in the columns of the cockpit.</summary>
    public const string Place =
        """
        case when d.stopped_at is not null then 'paused' when d.status = 'for_signature' then 'sign' when d.status = 'signed' then 'register'
            when d.status in ('verifying', 'consulting', 'inter_agency') then 'elsewhere' when d.holder_id is null then 'assign' else 'appraise' end
        """;

    public static readonly IReadOnlyList<string> Places = ["assign", "appraise", "elsewhere", "sign", "register", "paused"];

    /// <summary>Who did it: whoever put it before the signer, else whoever recorded the result.</summary>
    public const string DoneBy =
        """
        cross join lateral (
            select coalesce(
                (select e.officer_id from dossier_events e where e.dossier_id = d.id and e.kind = 'sent_for_signature' order by e.seq desc limit 1),
                (select e.officer_id from dossier_events e where e.dossier_id = d.id and e.kind in ('result_ready', 'stopped') order by e.seq desc limit 1)) as officer_id) done_by
        """;

    /// <summary>Where it was, and in whose hands, when it became late: the ledger's last lines before that instant.</summary>
    public const string WhenLate =
        $"""
        left join lateral (
            select case e.kind when 'sent_for_signature' then 'sign' when 'signed' then 'register' when 'received' then 'assign'
                when 'supplement_requested' then 'paused' when 'paused' then 'paused'
                when 'verification_opened' then 'elsewhere' when 'consultation_sent' then 'elsewhere' when 'forwarded' then 'elsewhere' else 'appraise' end as place
            from dossier_events e
            where e.dossier_id = d.id and e.at < {LateAt} and e.kind not in ('papers_checked', 'digitised', 'paid', 'rated', 'apology_issued', 'slip_reissued', 'handed_over')
            order by e.seq desc limit 1) late_at on true
        left join lateral (
            select (e.facts #>> '{"{holder,value}"}')::uuid as officer_id
            from dossier_events e
            where e.dossier_id = d.id and e.at < {LateAt} and e.kind in ('assigned', 'taken', 'step_finished', 'sent_for_signature', 'sent_back', 'signed')
            order by e.seq desc limit 1) late_by on true
        """;

    /// <summary>Of these an applicant's notice was refused or given up, and no other told of the same event. The table is that of the notices.</summary>
    public const string Untold =
        """
        select n.dossier_id from notice_deliveries n
        where n.state in ('stuck', 'failed') and n.dossier_id is not null and n.officer_id is null and n.channel <> 'in_app'
            and not exists (select from notice_deliveries s where s.dossier_id = n.dossier_id and s.event_seq = n.event_seq and s.officer_id is null and s.state = 'sent')
        """;

    /// <summary>Open and overdue now, or done late in the period.</summary>
    public const string LateInPeriod =
        $"""
        select d.* from limits l join dossiers d on d.agency_id = l.agency_id where {Open} and {Overdue}
        union all
        select d.* from limits l join dossiers d on d.agency_id = l.agency_id where {Done} and d.verdict = 'late'
        """;

    public const string Limits = "limits as (select * from unnest(@agencies::uuid[], @still::timestamptz[], @shelf::timestamptz[], @supplement::timestamptz[]) as u(agency_id, still_before, shelf_before, supplement_before))";

    /// <summary>For each agency, version and step: what is due before it is at risk (<see cref="RiskRule.Horizon"/>).</summary>
    internal const string Risk = "risk as (select * from unnest(@risk_agencies::uuid[], @risk_versions::uuid[], @risk_steps::int[], @risk_before::timestamptz[], @risk_signed::timestamptz[]) as u(agency_id, version_id, step, before, signed_before))";

    /// <summary>Who may work where today, by an own role or on behalf of another.</summary>
    internal const string Present =
        """
        held as (
            select r.officer_id, r.agency_id, r.role from role_assignments r join officers o on o.id = r.officer_id
            where r.valid_from <= @today and (r.valid_to is null or r.valid_to >= @today) and o.valid_from <= @today and (o.valid_to is null or o.valid_to >= @today)
            union all
            select g.to_officer_id, r.agency_id, r.role
            from delegations g join role_assignments r on r.officer_id = g.from_officer_id and g.roles ? r.role join officers o on o.id = g.to_officer_id
            where g.valid_from <= @today and g.valid_to >= @today and r.valid_from <= @today and (r.valid_to is null or r.valid_to >= @today)
                and o.valid_from <= @today and (o.valid_to is null or o.valid_to >= @today)),
        present as (
            select officer_id, array_agg(distinct agency_id) as agencies from held where role in ('receptionist', 'specialist', 'signer', 'clerk') group by officer_id)
        """;

    internal const string JoinRisk = "left join risk r on r.agency_id = d.agency_id and r.version_id = d.procedure_version_id and r.step = d.step";

    internal const string JoinPresent = "left join present p on p.officer_id = d.holder_id";
}

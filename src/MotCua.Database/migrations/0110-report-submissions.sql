-- Reports that agencies ask of those below them, what was submitted, its history, and the list behind each number as it stood.
create table report_duties (
    id uuid not null constraint report_duties_pk primary key,
    asked_by uuid not null constraint report_duties_asked_by_fk references agencies,
    form text not null,
    period text not null constraint report_duties_period_ck check (period in ('month', 'quarter', 'half_year', 'nine_months', 'year', 'free')),
    free_from date,
    free_to date,
    level text,
    days_to_send integer not null constraint report_duties_days_ck check (days_to_send between 0 and 60),
    in_force_from date not null,
    in_force_to date,
    document text not null,
    recorded_by uuid,
    recorded_at timestamptz not null,
    revision integer not null,
    constraint report_duties_force_ck check (in_force_to is null or in_force_to >= in_force_from),
    constraint report_duties_free_ck check ((period = 'free') = (free_from is not null) and (free_from is null) = (free_to is null) and free_to >= free_from)
);

-- The calendar of an agency reads what the agency above it asks.
create index report_duties_asked_by_ix on report_duties (asked_by);

-- One row a version of a report. What was submitted never changes: done again or restated, it is the next version.
create table report_submissions (
    id uuid not null constraint report_submissions_pk primary key,
    agency_id uuid not null constraint report_submissions_agency_fk references agencies,
    recipient_id uuid constraint report_submissions_recipient_fk references agencies,
    kind text not null,
    form text not null,
    period text not null constraint report_submissions_period_ck check (period in ('month', 'quarter', 'half_year', 'nine_months', 'year', 'free')),
    period_from date not null,
    period_to date not null,
    basis text not null constraint report_submissions_basis_ck check (basis in ('original', 'extended')),
    version integer not null,
    previous_id uuid constraint report_submissions_previous_fk references report_submissions,
    reason text,
    state text not null
        constraint report_submissions_state_ck check (state in ('draft', 'checked', 'signed', 'submitted', 'returned', 'accepted')),
    content jsonb not null,
    counted_at timestamptz not null,
    writer_id uuid not null,
    checker_id uuid,
    signer_id uuid,
    submitted_at timestamptz,
    remarks text,
    revision integer not null,
    constraint report_submissions_days_ck check (period_to >= period_from),
    constraint report_submissions_frozen_ck check ((submitted_at is not null) = (state in ('submitted', 'returned', 'accepted'))),
    constraint report_submissions_version_uq unique (agency_id, form, period_from, period_to, basis, version)
);

-- The agency above sees for a form and its days who has sent what.
create index report_submissions_recipient_ix on report_submissions (recipient_id, form, period_from, period_to);

create table report_submission_acts (
    id uuid not null constraint report_submission_acts_pk primary key,
    submission_id uuid not null constraint report_submission_acts_submission_fk references report_submissions,
    at timestamptz not null,
    officer_id uuid not null,
    act text not null,
    words text
);

-- The page of a report shows its history.
create index report_submission_acts_submission_ix on report_submission_acts (submission_id, at);

-- The records behind the numbers of a version: each record stands once for a row of the form, with all figures that it counts in.
create table report_frozen_lists (
    submission_id uuid not null constraint report_frozen_lists_submission_fk references report_submissions,
    row_key text not null,
    agency text not null,
    figures text[] not null,
    codes text[] not null
);

-- A click on a number, and the comparison with what the ledger says now, read one version's lists.
create index report_frozen_lists_submission_ix on report_frozen_lists (submission_id);

-- Once submitted, numbers and lists stay as they are even for a careless administrator with SQL at hand.
create function refuse_frozen_report_change() returns trigger language plpgsql as $$
begin
    if old.submitted_at is not null and (tg_op = 'DELETE' or (new.content, new.counted_at, new.submitted_at, new.version, new.agency_id) is distinct from
        (old.content, old.counted_at, old.submitted_at, old.version, old.agency_id)) then
        raise exception 'a submitted report is frozen: % refused', tg_op;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger report_submissions_frozen before update or delete on report_submissions
    for each row execute function refuse_frozen_report_change();

create function refuse_frozen_list_change() returns trigger language plpgsql as $$
begin
    if exists (select 1 from report_submissions s
               where s.id = case when tg_op = 'INSERT' then new.submission_id else old.submission_id end and s.submitted_at is not null) then
        raise exception 'the lists of a submitted report are frozen: % refused', tg_op;
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger report_frozen_lists_frozen before insert or update or delete on report_frozen_lists
    for each row execute function refuse_frozen_list_change();

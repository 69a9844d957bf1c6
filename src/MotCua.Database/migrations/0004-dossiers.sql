-- Dossiers: the ledger, the present state, its past spans, payments, drafts of the counter, files.
create table dossiers (
    id uuid not null constraint dossiers_pk primary key,
    code text not null constraint dossiers_code_uq unique,
    agency_id uuid not null,
    desk_id uuid not null,
    procedure_id uuid not null,
    procedure_version_id uuid not null,
    field text not null,
    channel text not null,
    applicant jsonb not null,
    submitter jsonb,
    applicant_key text not null,
    applicant_id_number text,
    applicant_phone text,
    status text not null,
    received_at timestamptz,
    refused_at timestamptz,
    "limit" text not null,
    on_supplement text not null,
    digitisation_required boolean not null,
    slip boolean not null,
    due_day date,
    due_at timestamptz,
    extended_due date,
    apology_at timestamptz,
    apology_number text,
    stopped_at timestamptz,
    supplement_requests integer not null,
    finished_at timestamptz,
    finish_kind text,
    verdict text,
    verdict_extended text,
    returned_at timestamptz,
    return_channel text,
    papers_digitised_at timestamptz,
    result_digitised_at timestamptz,
    rated_at timestamptz,
    rating integer,
    fee_dong bigint not null,
    paid_dong bigint not null,
    holder_id uuid,
    held_since timestamptz,
    step integer not null,
    papers jsonb not null,
    span_from timestamptz not null,
    last_event_at timestamptz not null,
    last_seq integer not null,
    last_hash bytea not null,
    revision integer not null,
    constraint dossiers_finish_ck check ((finished_at is null) = (finish_kind is null) and (finished_at is null) = (verdict is null)),
    constraint dossiers_receipt_ck check ((received_at is null) = (refused_at is not null))
);

-- The inbox and its counts read the open dossiers of an agency, mine first.
create index dossiers_open_ix on dossiers (agency_id, holder_id, due_at) where finished_at is null and received_at is not null;
-- "Waiting to be handed back" is short and read all day.
create index dossiers_ready_ix on dossiers (agency_id, finished_at)
    where finished_at is not null and returned_at is null and finish_kind <> 'withdrawn';
-- Period figures: new in the period; long-runners are read through the open index and the next one.
create index dossiers_received_ix on dossiers (received_at, agency_id);
-- Done in the period, done this week, register book.
create index dossiers_finished_ix on dossiers (finished_at, agency_id) where finished_at is not null;
-- Counted apart, so rarely read that a partial index is enough.
create index dossiers_refused_ix on dossiers (refused_at, agency_id) where refused_at is not null;
-- The applicant found again, and the warning of a duplicate.
create index dossiers_id_number_ix on dossiers (applicant_id_number, procedure_id) where applicant_id_number is not null;
create index dossiers_phone_ix on dossiers (applicant_phone) where applicant_phone is not null;
-- Reached from the name dictionary.
create index dossiers_name_ix on dossiers (applicant_key, received_at desc);
-- "Used often here", open dossiers of a version.
create index dossiers_procedure_ix on dossiers (procedure_id, received_at desc);

-- Distinct search keys of names: the trigram index lies here and not on the dossiers, whose B-tree then answers at once.
create table applicant_names (
    key text not null constraint applicant_names_pk primary key
);

create index applicant_names_trgm_ix on applicant_names using gin (key gin_trgm_ops);

create table dossier_events (
    id uuid not null constraint dossier_events_pk primary key,
    dossier_id uuid not null constraint dossier_events_dossier_fk references dossiers,
    seq integer not null,
    kind text not null,
    at timestamptz not null,
    entered_at timestamptz,
    officer_id uuid,
    by_code text,
    note text,
    facts json not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint dossier_events_seq_uq unique (dossier_id, seq)
);

-- The ledger is append-only even for a careless administrator with SQL at hand.
create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
    raise exception 'the ledger is append-only: % on % refused', tg_op, tg_table_name;
end $$;

create trigger dossier_events_append_only before update or delete on dossier_events
    for each row execute function refuse_ledger_change();

create table dossier_spans (
    id uuid not null constraint dossier_spans_pk primary key,
    dossier_id uuid not null constraint dossier_spans_dossier_fk references dossiers,
    from_at timestamptz not null,
    to_at timestamptz not null,
    agency_id uuid not null,
    due_day date,
    due_at timestamptz,
    extended_due date,
    stopped_at timestamptz
);

-- One look-up a dossier that was still open at a period's end and changed afterwards.
create index dossier_spans_dossier_ix on dossier_spans (dossier_id, from_at);

create table dossier_payments (
    id uuid not null constraint dossier_payments_pk primary key,
    dossier_id uuid not null constraint dossier_payments_dossier_fk references dossiers,
    at timestamptz not null,
    amount bigint not null,
    method text not null,
    reference text not null
);

create index dossier_payments_dossier_ix on dossier_payments (dossier_id, at);
-- Online payments of a period, whichever dossier.
create index dossier_payments_at_ix on dossier_payments (at) include (dossier_id, amount, method);

create table intake_drafts (
    id uuid not null constraint intake_drafts_pk primary key,
    agency_id uuid not null,
    officer_id uuid not null,
    procedure_version_id uuid,
    applicant_name text not null,
    applicant_key text not null,
    applicant_id_number text,
    content jsonb not null,
    saved_at timestamptz not null,
    guided_at timestamptz,
    guidance_number bigint,
    closed_at timestamptz
);

-- The counter looks for the person who is back with the missing paper.
create index intake_drafts_open_ix on intake_drafts (agency_id, saved_at desc) where closed_at is null;

create table dossier_files (
    id uuid not null constraint dossier_files_pk primary key,
    dossier_id uuid not null constraint dossier_files_dossier_fk references dossiers,
    paper_number integer not null,
    file_name text not null,
    content_type text not null,
    size bigint not null,
    sha256 text not null,
    added_at timestamptz not null,
    added_by uuid not null
);

create index dossier_files_dossier_ix on dossier_files (dossier_id, paper_number, added_at);

-- A form that was posted twice (double click, reload) must act once: its key and what came of it.
create table handled_posts (
    id uuid not null constraint handled_posts_pk primary key,
    at timestamptz not null,
    outcome text not null
);

-- Online filings until the desk has looked at them; what was sent lies in an intake draft.
create table filings (
    id uuid not null constraint filings_pk primary key,
    number text not null constraint filings_number_uq unique,
    draft_id uuid not null constraint filings_draft_uq unique constraint filings_draft_fk references intake_drafts,
    agency_id uuid not null,
    procedure_version_id uuid not null,
    applicant_name text not null,
    status text not null,
    submitted_at timestamptz not null,
    answer_by timestamptz not null,
    asked_at timestamptz,
    asked_for text,
    settled_at timestamptz,
    reason text,
    dossier_code text,
    revision integer not null
);

-- The desk's list and its count: what waits for the agency, the most urgent first.
create index filings_waiting_ix on filings (agency_id, answer_by) where settled_at is null;
-- What was settled lately.
create index filings_settled_ix on filings (agency_id, settled_at desc) where settled_at is not null;

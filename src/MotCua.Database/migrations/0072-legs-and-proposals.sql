-- Work at other places (liên thông, opinions, verification), corrections, and what waits for a leader's consent.
alter table dossiers
    add column legs jsonb not null default '[]',
    add column open_leg_agencies uuid[] not null default '{}',
    add column leg_due_at timestamptz,
    add column correction_of text;

-- The inbox of an agency that has a leg of another's dossier.
create index dossiers_legs_ix on dossiers using gin (open_leg_agencies) where finished_at is null and open_leg_agencies <> '{}';
-- Legs that are late, for the watchdog.
create index dossiers_leg_due_ix on dossiers (leg_due_at) where finished_at is null and leg_due_at is not null;

-- Everything keyed later than it happened, for the auditor.
create index dossier_events_entered_ix on dossier_events (entered_at) where entered_at is not null;

create table proposals (
    id uuid not null constraint proposals_pk primary key,
    dossier_id uuid not null constraint proposals_dossier_fk references dossiers,
    kind text not null,
    "order" jsonb not null,
    proposed_by uuid not null,
    proposed_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz,
    decision text,
    remark text,
    revision integer not null,
    constraint proposals_decision_ck check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null))
);

-- What waits for a leader, oldest first; few, so the agency comes from the dossier.
create index proposals_waiting_ix on proposals (proposed_at) where decided_at is null;
-- One proposal of a kind at a time for a dossier; also the dossier's page asks for them.
create unique index proposals_one_waiting_uq on proposals (dossier_id, kind) where decided_at is null;
create index proposals_dossier_ix on proposals (dossier_id, proposed_at);

-- From a wrong result to the dossier that puts it right.
create index dossiers_correction_ix on dossiers (correction_of) where correction_of is not null;

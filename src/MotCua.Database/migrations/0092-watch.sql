-- The leader's side: how long a dossier may hang before a watch list names it, who must write an apology, slips collected at hand-over.

-- One row an agency that departs from the program's own numbers of days.
create table watch_limits (
    agency_id uuid not null constraint watch_limits_pk primary key constraint watch_limits_agency_fk references agencies,
    still_days integer not null,
    shelf_days integer not null,
    supplement_days integer not null,
    revision integer not null,
    constraint watch_limits_days_ck check (still_days between 1 and 365 and shelf_days between 1 and 365 and supplement_days between 1 and 365)
);

-- A leader asked an officer to write an apology; asked again, the row changes. Settled when the draft waits or is signed.
create table apology_tasks (
    dossier_id uuid not null constraint apology_tasks_pk primary key constraint apology_tasks_dossier_fk references dossiers,
    officer_id uuid not null,
    asked_by uuid not null,
    asked_at timestamptz not null,
    write_by date not null
);

-- The officer's own list and its count in the menu.
create index apology_tasks_officer_ix on apology_tasks (officer_id);

-- Slips taken back from citizens at hand-over, read again at the end of the day against the ledger.
create table scanned_slips (
    dossier_id uuid not null constraint scanned_slips_pk primary key constraint scanned_slips_dossier_fk references dossiers,
    agency_id uuid not null,
    scanned_at timestamptz not null,
    scanned_by uuid not null
);

-- The sheet of an agency, newest first.
create index scanned_slips_agency_ix on scanned_slips (agency_id, scanned_at desc);

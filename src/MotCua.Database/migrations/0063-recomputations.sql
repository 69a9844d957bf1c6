-- Recomputation of promised dates after a change of the calendar: the preview, the decision, and how far it has been carried out.
create table recomputations (
    id uuid not null constraint recomputations_pk primary key,
    -- This agency and all under it.
    agency_id uuid not null constraint recomputations_agency_fk references agencies (id),
    state text not null,
    created_at timestamptz not null,
    created_by uuid not null,
    -- The calendars that the preview was computed with; a decision needs the same.
    calendar_revision text not null,
    -- Dossiers looked at, those whose date would change, and of these the ones that somebody decided to keep before.
    open_dossiers integer not null,
    total integer not null,
    kept_before integer not null,
    chosen integer,
    decision_no text,
    decided_at timestamptz,
    decided_by uuid,
    finished_at timestamptz,
    constraint recomputations_state_ck check (state in ('preview', 'running', 'done', 'kept'))
);

-- The worker asks every few seconds what is to be carried out.
create index recomputations_running_ix on recomputations (decided_at) where state = 'running';
-- The calendar page shows the newest of an agency.
create index recomputations_agency_ix on recomputations (agency_id, created_at desc);

create table recomputation_items (
    recomputation_id uuid not null constraint recomputation_items_recomputation_fk references recomputations (id) on delete cascade,
    -- Order of the list: the earliest promise first.
    no integer not null,
    dossier_id uuid not null constraint recomputation_items_dossier_fk references dossiers (id),
    from_day date not null,
    from_at timestamptz not null,
    to_day date not null,
    to_at timestamptz not null,
    -- later, later_past (the promise has passed already), later_apologised, earlier, earlier_past (would be late at once)
    turn text not null,
    chosen boolean not null,
    outcome text,
    constraint recomputation_items_pk primary key (recomputation_id, no),
    constraint recomputation_items_turn_ck check (turn in ('later', 'later_past', 'later_apologised', 'earlier', 'earlier_past')),
    constraint recomputation_items_outcome_ck check (outcome in ('moved', 'kept', 'changed_meanwhile', 'finished_meanwhile'))
);

-- The next thousand to be carried out.
create index recomputation_items_open_ix on recomputation_items (recomputation_id, no) where chosen and outcome is null;
-- What was decided about a dossier before: a kept promise is not asked about again.
create index recomputation_items_kept_ix on recomputation_items (dossier_id, to_at) where outcome = 'kept';

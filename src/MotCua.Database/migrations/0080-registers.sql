-- Registers: tasks assigned from above (directives, B.4), tasks of plans, and the history of every register's record.
create table register_changes (
    id uuid not null constraint register_changes_pk primary key,
    record_id uuid not null,
    at timestamptz not null,
    officer_id uuid,
    act text not null,
    words text
);

-- The page of a record shows its history.
create index register_changes_record_ix on register_changes (record_id, at);

create table directives (
    id uuid not null constraint directives_pk primary key,
    agency_id uuid not null constraint directives_agency_fk references agencies,
    number text not null constraint directives_number_uq unique,
    issued_by text not null,
    document text not null,
    content text not null,
    search_key text not null,
    assigned_on date not null,
    due_on date not null,
    started_on date,
    submitted_on date,
    confirmed_on date,
    holder_id uuid,
    evidence text,
    revision integer not null
);

-- B.4 and the list read an agency's directives, those that are not confirmed first.
create index directives_agency_ix on directives (agency_id, confirmed_on, due_on);

create table plan_tasks (
    id uuid not null constraint plan_tasks_pk primary key,
    agency_id uuid not null constraint plan_tasks_agency_fk references agencies,
    plan text not null constraint plan_tasks_plan_ck check (plan in ('reform', 'papi', 'resolution')),
    year integer not null,
    number text not null,
    content text not null,
    owner text not null,
    product text not null,
    due_on date,
    done_on date,
    evidence text,
    revision integer not null,
    constraint plan_tasks_number_uq unique (agency_id, plan, year, number)
);

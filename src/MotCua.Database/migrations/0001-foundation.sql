-- What every module stands on: search extensions, gapless numbers, the outbox, the audit log, settings.
create extension if not exists pg_trgm;

-- One counter row a series and period; raised in the transaction that uses the number.
create table series (
    name text not null,
    period text not null,
    last bigint not null,
    constraint series_pk primary key (name, period)
);

create table outbox (
    id uuid not null constraint outbox_pk primary key,
    kind text not null,
    payload jsonb not null,
    created_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    done_at timestamptz,
    last_error text
);

-- Workers take the oldest message that is due; done messages are not in the index.
create index outbox_waiting_ix on outbox (due_at) where done_at is null;

create table audit_log (
    id uuid not null constraint audit_log_pk primary key,
    at timestamptz not null,
    officer_id uuid,
    action text not null,
    subject text not null,
    details text
);

-- The auditor reads newest first.
create index audit_log_at_ix on audit_log (at desc);

create table settings (
    key text not null constraint settings_pk primary key,
    value text not null
);

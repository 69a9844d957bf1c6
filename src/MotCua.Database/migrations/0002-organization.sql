-- Who works where: agencies with dates in force, units, officers, their roles, and the accounts they log in with.

-- An agency is an identity; its name, level and parent live in its versions (DOMAIN 1.2).
create table agencies (
    id uuid not null constraint agencies_pk primary key,
    code text not null constraint agencies_code_uq unique,
    -- What the agency prints on its papers: address, telephone, place of look-up, name of the one-stop centre.
    contact jsonb not null default '{}',
    revision integer not null default 1
);

create table agency_versions (
    agency_id uuid not null constraint agency_versions_agency_fk references agencies (id),
    valid_from date not null,
    -- Inclusive; null is open.
    valid_to date,
    name text not null,
    search_name text not null,
    level text not null,
    parent_id uuid constraint agency_versions_parent_fk references agencies (id),
    constraint agency_versions_pk primary key (agency_id, valid_from),
    constraint agency_versions_dates_ck check (valid_to is null or valid_to >= valid_from),
    constraint agency_versions_level_ck check (level in ('province', 'district', 'commune', 'department', 'branch'))
);

-- An agency is never deleted while another names it as parent; the check must not scan.
create index agency_versions_parent_ix on agency_versions (parent_id) where parent_id is not null;

-- What became of an agency; several rows when three communes become one, or one becomes two.
create table agency_successions (
    id uuid not null constraint agency_successions_pk primary key,
    kind text not null,
    from_id uuid not null constraint agency_successions_from_fk references agencies (id),
    -- Null only when an agency was abolished without a successor.
    to_id uuid constraint agency_successions_to_fk references agencies (id),
    -- The first day of the new state.
    day date not null,
    decision_no text not null,
    note text,
    constraint agency_successions_kind_ck check (kind in ('rename', 'merge', 'split', 'abolish', 'transfer_of_power')),
    constraint agency_successions_to_ck check (to_id is not null or kind = 'abolish')
);

-- The agency page shows what came before and after.
create index agency_successions_from_ix on agency_successions (from_id);
create index agency_successions_to_ix on agency_successions (to_id) where to_id is not null;

-- Every node keeps the tree in memory and reads it again when this number has moved.
insert into settings (key, value) values ('agencies.revision', '1');

create function agencies_changed() returns trigger language plpgsql as $$
begin
    update settings set value = (value::bigint + 1)::text where key = 'agencies.revision';
    return null;
end $$;

create trigger agencies_changed after insert or update or delete or truncate on agencies
    for each statement execute function agencies_changed();
create trigger agency_versions_changed after insert or update or delete or truncate on agency_versions
    for each statement execute function agencies_changed();

create table units (
    id uuid not null constraint units_pk primary key,
    agency_id uuid not null constraint units_agency_fk references agencies (id),
    name text not null,
    search_name text not null,
    valid_from date not null,
    valid_to date,
    revision integer not null default 1,
    constraint units_dates_ck check (valid_to is null or valid_to >= valid_from)
);

-- Units are listed by agency; one name once in an agency.
create unique index units_agency_name_uq on units (agency_id, search_name);

create table officers (
    id uuid not null constraint officers_pk primary key,
    code text not null constraint officers_code_uq unique,
    name text not null,
    search_name text not null,
    title text not null,
    agency_id uuid not null constraint officers_agency_fk references agencies (id),
    unit_id uuid constraint officers_unit_fk references units (id),
    phone text,
    email text,
    valid_from date not null,
    valid_to date,
    revision integer not null default 1,
    constraint officers_dates_ck check (valid_to is null or valid_to >= valid_from)
);

-- Officers are listed and picked by agency.
create index officers_agency_ix on officers (agency_id);

create table role_assignments (
    id uuid not null constraint role_assignments_pk primary key,
    officer_id uuid not null constraint role_assignments_officer_fk references officers (id),
    role text not null,
    agency_id uuid not null constraint role_assignments_agency_fk references agencies (id),
    valid_from date not null,
    valid_to date,
    constraint role_assignments_role_ck check (role in
        ('receptionist', 'specialist', 'signer', 'clerk', 'report_officer', 'feedback_officer', 'auditor', 'administrator')),
    constraint role_assignments_dates_ck check (valid_to is null or valid_to >= valid_from)
);

-- Read on every request for the officer who asks.
create index role_assignments_officer_ix on role_assignments (officer_id);
-- Who may be given work of this role in this agency.
create index role_assignments_agency_ix on role_assignments (agency_id, role);

create table delegations (
    id uuid not null constraint delegations_pk primary key,
    from_officer_id uuid not null constraint delegations_from_fk references officers (id),
    to_officer_id uuid not null constraint delegations_to_fk references officers (id),
    -- A jsonb list of roles; the agencies are those of the giver's own assignments.
    roles jsonb not null,
    valid_from date not null,
    -- A delegation always ends.
    valid_to date not null,
    reason text not null,
    created_at timestamptz not null,
    constraint delegations_dates_ck check (valid_to >= valid_from),
    constraint delegations_self_ck check (from_officer_id <> to_officer_id)
);

-- Read on every request for the officer who asks.
create index delegations_to_ix on delegations (to_officer_id, valid_to);
-- The giver's own list.
create index delegations_from_ix on delegations (from_officer_id);

create table accounts (
    id uuid not null constraint accounts_pk primary key,
    officer_id uuid not null constraint accounts_officer_fk references officers (id) constraint accounts_officer_uq unique,
    user_name text not null,
    normalized_user_name text not null constraint accounts_user_name_uq unique,
    password_hash text,
    -- Changes with every change of a secret; a session that carries an older one ends.
    security_stamp text not null,
    revision text not null,
    must_change_password boolean not null default false,
    blocked boolean not null default false,
    two_factor_enabled boolean not null default false,
    lockout_enabled boolean not null default true,
    lockout_end timestamptz,
    access_failed_count integer not null default 0,
    -- Shown as a tile on the log-in page of a demo, in this order; never read in a real installation.
    demo_order integer,
    demo_role text,
    demo_does text
);

-- Authenticator key (encrypted) and recovery codes (hashed).
create table account_secrets (
    account_id uuid not null constraint account_secrets_account_fk references accounts (id) on delete cascade,
    name text not null,
    value text not null,
    constraint account_secrets_pk primary key (account_id, name)
);

create table account_passkeys (
    credential_id bytea not null constraint account_passkeys_pk primary key,
    account_id uuid not null constraint account_passkeys_account_fk references accounts (id) on delete cascade,
    -- Identity's UserPasskeyInfo: public key, counter, name, transports.
    data jsonb not null
);

-- The list of an account's passkeys at every log-in.
create index account_passkeys_account_ix on account_passkeys (account_id);

create table login_log (
    id uuid not null constraint login_log_pk primary key,
    at timestamptz not null,
    -- Null when the name that was tried belongs to nobody.
    account_id uuid constraint login_log_account_fk references accounts (id) on delete set null,
    name_tried text not null,
    outcome text not null,
    ip text not null,
    agent text not null
);

-- The administrator reads newest first.
create index login_log_at_ix on login_log (at desc);
-- The throttle counts the failures of one address in the last minutes.
create index login_log_failures_ix on login_log (ip, at) where outcome <> 'succeeded';
-- An officer sees the own log-ins.
create index login_log_account_ix on login_log (account_id, at desc) where account_id is not null;

-- What was typed when a log-in had expired: encrypted, one form a browser, swept after two hours.
create table kept_forms (
    browser_key text not null constraint kept_forms_pk primary key,
    kept_at timestamptz not null,
    payload bytea not null
);

-- The sweep.
create index kept_forms_kept_at_ix on kept_forms (kept_at);

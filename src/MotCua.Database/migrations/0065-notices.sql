-- Notices: what the outbox gives up, what is sent to whom, the office's own words, officers' choices, morning digests.
alter table outbox add column stuck_at timestamptz;

create table notice_deliveries (
    id uuid not null constraint notice_deliveries_pk primary key,
    -- What it tells of: dossier:ID:SEQ, digest:DAY:OFFICER, order:ID.
    source text not null,
    template text not null,
    channel text not null,
    -- An e-mail address, a telephone number or an officer's id; empty when the person has given none.
    recipient text not null,
    agency_id uuid,
    dossier_id uuid constraint notice_deliveries_dossier_fk references dossiers,
    event_seq integer,
    officer_id uuid constraint notice_deliveries_officer_fk references officers (id),
    subject text not null,
    body text not null,
    link text,
    state text not null,
    reason text,
    detail text,
    attempts integer not null,
    due_at timestamptz not null,
    created_at timestamptz not null,
    sent_at timestamptz,
    read_at timestamptz,
    gateway_id text,
    -- One event reaches one address by one channel once.
    constraint notice_deliveries_once_uq unique (source, channel, recipient),
    constraint notice_deliveries_sent_ck check ((sent_at is not null) = (state = 'sent'))
);

-- The workers take what is due, by channel.
create index notice_deliveries_waiting_ix on notice_deliveries (channel, due_at) where state = 'waiting';
-- What needs a person: the count in the menu and the first tab of the list.
create index notice_deliveries_attention_ix on notice_deliveries (agency_id, created_at desc) where state in ('stuck', 'failed');
-- The list of an agency, newest first.
create index notice_deliveries_agency_ix on notice_deliveries (agency_id, created_at desc);
-- An officer's own notices, newest first.
create index notice_deliveries_officer_ix on notice_deliveries (officer_id, created_at desc) where channel = 'in_app';
-- The number at the bell, on every page.
create index notice_deliveries_unread_ix on notice_deliveries (officer_id) where channel = 'in_app' and read_at is null;
-- What was sent about one dossier.
create index notice_deliveries_dossier_ix on notice_deliveries (dossier_id, event_seq) where dossier_id is not null;

create table notice_wordings (
    template text not null,
    channel text not null,
    subject text not null,
    body text not null,
    changed_at timestamptz not null,
    changed_by uuid not null,
    constraint notice_wordings_pk primary key (template, channel)
);

create table notice_choices (
    officer_id uuid not null constraint notice_choices_pk primary key constraint notice_choices_officer_fk references officers (id),
    work_by_email boolean not null,
    digest_by_email boolean not null
);

-- An agency's morning digest of a day is ordered by the node that writes this row.
create table notice_digests (
    agency_id uuid not null,
    day date not null,
    created_at timestamptz not null,
    officers integer not null,
    constraint notice_digests_pk primary key (agency_id, day)
);

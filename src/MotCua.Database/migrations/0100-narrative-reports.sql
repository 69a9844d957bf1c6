-- Narrative reports: the template each was begun with, what was written by hand, and the offices' own templates.
create table narrative_reports (
    id uuid not null constraint narrative_reports_pk primary key,
    agency_id uuid not null constraint narrative_reports_agency_fk references agencies,
    template_key text not null,
    template_version integer not null,
    template jsonb not null,
    period_from date not null,
    period_to date not null,
    number text,
    signed_on date,
    signer text,
    created_by uuid not null,
    created_at timestamptz not null,
    revision integer not null,
    constraint narrative_reports_period_ck check (period_to >= period_from)
);

-- The list of an agency's reports, the newest period first.
create index narrative_reports_agency_ix on narrative_reports (agency_id, period_to);

create table narrative_passages (
    report_id uuid not null constraint narrative_passages_report_fk references narrative_reports,
    name text not null,
    text text not null,
    explanation text,
    written_at timestamptz not null,
    written_by uuid not null,
    revision integer not null,
    constraint narrative_passages_pk primary key (report_id, name)
);

create table narrative_templates (
    id uuid not null constraint narrative_templates_pk primary key,
    template_id uuid not null,
    agency_id uuid not null constraint narrative_templates_agency_fk references agencies,
    version integer not null,
    content jsonb not null,
    status text not null constraint narrative_templates_status_ck check (status in ('draft', 'published')),
    valid_from date,
    changed_by uuid not null,
    changed_at timestamptz not null,
    revision integer not null,
    constraint narrative_templates_version_uq unique (template_id, version)
);

-- An agency's own templates.
create index narrative_templates_agency_ix on narrative_templates (agency_id);

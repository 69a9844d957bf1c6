-- Procedures and their versions in force; everyday words that lead to them.
create table procedures (
    id uuid not null constraint procedures_pk primary key,
    code text not null constraint procedures_code_uq unique,
    code_key text not null,
    revision integer not null
);

-- Search by code without its dots.
create index procedures_code_key_ix on procedures (code_key text_pattern_ops);

create table procedure_versions (
    id uuid not null constraint procedure_versions_pk primary key,
    procedure_id uuid not null constraint procedure_versions_procedure_fk references procedures,
    number integer not null,
    status text not null constraint procedure_versions_status_ck check (status in ('draft', 'published')),
    origin text not null,
    valid_from date,
    valid_to date,
    name text not null,
    name_key text not null,
    initials text not null,
    field text not null,
    level text not null,
    "limit" text,
    on_supplement text not null,
    digitisation_required boolean not null,
    decision_no text,
    content jsonb not null,
    changed_at timestamptz not null,
    published_at timestamptz,
    constraint procedure_versions_number_uq unique (procedure_id, number),
    constraint procedure_versions_dates_ck check (valid_to is null or valid_to >= valid_from),
    constraint procedure_versions_published_ck check (status = 'draft' or valid_from is not null)
);

-- The version in force on a day.
create index procedure_versions_force_ix on procedure_versions (procedure_id, valid_from desc) where status = 'published';

-- At most one draft a procedure.
create unique index procedure_versions_draft_uq on procedure_versions (procedure_id) where status = 'draft';

-- Names with typing errors.
create index procedure_versions_name_ix on procedure_versions using gin (name_key gin_trgm_ops) where status = 'published';

-- Everyday words added here; a row with the phrase of a built-in one replaces it, or switches it off when it leads nowhere.
create table procedure_synonyms (
    id uuid not null constraint procedure_synonyms_pk primary key,
    phrase text not null,
    phrase_key text not null constraint procedure_synonyms_phrase_uq unique,
    leads_to text,
    changed_at timestamptz not null
);

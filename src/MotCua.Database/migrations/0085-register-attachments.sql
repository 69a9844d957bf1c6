-- Scans and electronic papers of a register's record; the bytes lie in the file store under their SHA-256.
create table register_attachments (
    id uuid not null constraint register_attachments_pk primary key,
    record_id uuid not null,
    agency_id uuid not null constraint register_attachments_agency_fk references agencies,
    file_name text not null,
    content_type text not null,
    size bigint not null,
    sha256 text not null,
    added_at timestamptz not null,
    added_by uuid not null
);

-- The page of a record lists its files.
create index register_attachments_record_ix on register_attachments (record_id, added_at);

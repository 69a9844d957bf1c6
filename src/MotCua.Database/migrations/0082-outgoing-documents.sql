-- The register of outgoing documents (NĐ 30/2020 Điều 15, 16): one number an agency, year and type.
create table outgoing_documents (
    id uuid not null constraint outgoing_documents_pk primary key,
    agency_id uuid not null constraint outgoing_documents_agency_fk references agencies,
    day date not null,
    search_key text not null,
    type text not null,
    year integer not null,
    number integer not null constraint outgoing_documents_number_ck check (number > 0),
    symbol text not null,
    summary text not null,
    signer text not null,
    recipients text not null,
    signed boolean not null,
    sending text not null,
    access text not null,
    reform boolean not null,
    revision integer not null,
    constraint outgoing_documents_number_uq unique (agency_id, year, type, number)
);

-- The list and the figures read an agency's documents of a span, the newest first.
create index outgoing_documents_day_ix on outgoing_documents (agency_id, day);

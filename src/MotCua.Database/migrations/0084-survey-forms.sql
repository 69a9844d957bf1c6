-- Rating forms (NĐ 61/2018 Điều 31) from paper and from the counter's device. One with a dossier only adds the answers to the rating in
-- the dossier's ledger; one without counts in B.3 by its own field.
create table survey_forms (
    id uuid not null constraint survey_forms_pk primary key,
    agency_id uuid not null constraint survey_forms_agency_fk references agencies,
    dossier_id uuid constraint survey_forms_dossier_fk references dossiers,
    field text not null,
    rated_at timestamptz not null,
    via text not null constraint survey_forms_via_ck check (via in ('paper', 'kiosk')),
    rating integer not null constraint survey_forms_rating_ck check (rating between 1 and 5),
    time_rating integer,
    staff_rating integer,
    information_rating integer,
    cost_rating integer,
    device text,
    entered_by uuid,
    entered_at timestamptz not null,
    revision integer not null
);

-- B.3 reads the forms without a dossier of a period; the page of ratings those of an agency.
create index survey_forms_agency_ix on survey_forms (agency_id, rated_at);

-- The page of ratings shows the answers beside a dossier's rating.
create index survey_forms_dossier_ix on survey_forms (dossier_id) where dossier_id is not null;

-- Numbers of the reform annex that no record gives: what an office declares, from which document, who and when. Lines are only added.
create table declared_figures (
    id uuid not null constraint declared_figures_pk primary key,
    agency_id uuid not null constraint declared_figures_agency_fk references agencies,
    figure text not null,
    period_from date not null,
    period_to date not null,
    value numeric,
    document text not null,
    note text,
    officer_id uuid,
    declared_at timestamptz not null,
    constraint declared_figures_period_ck check (period_to >= period_from)
);

-- The annex of an agency and period reads all its lines.
create index declared_figures_period_ix on declared_figures (agency_id, period_from, period_to);

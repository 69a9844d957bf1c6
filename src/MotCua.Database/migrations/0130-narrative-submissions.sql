-- Reports in words are sent up like forms of numbers: which one was composed.
alter table report_submissions add narrative_id uuid constraint report_submissions_narrative_fk references narrative_reports;

alter table report_submissions add constraint report_submissions_kind_ck check (kind in ('form', 'narrative') and (kind = 'narrative') = (narrative_id is not null));

-- The page of a narrative report shows how far it is.
create index report_submissions_narrative_ix on report_submissions (narrative_id) where narrative_id is not null;

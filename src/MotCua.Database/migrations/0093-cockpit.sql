-- The cockpit's rates over a year, by month, field and agency: read from the index alone, the table stays out of it.
create index dossiers_verdict_ix on dossiers (agency_id, finished_at) include (verdict, finish_kind, field) where finished_at is not null;
-- Finished late and nobody said sorry: few among all that is finished, asked for on every opening of the violation list.
create index dossiers_unapologised_ix on dossiers (agency_id, finished_at) where verdict = 'late' and apology_at is null;

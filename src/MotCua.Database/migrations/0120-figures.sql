-- Figures at a million dossiers: what was read by scanning the whole table gets an index, and one agency's figures go by the agency.

-- New in the period for one agency or a few: their dossiers only, and not everybody's of the period.
create index dossiers_agency_received_ix on dossiers (agency_id, received_at);
-- "Handed over in the period", and what was ready and not yet handed over at a past instant.
create index dossiers_returned_ix on dossiers (returned_at, agency_id) where returned_at is not null;
-- Ratings given in the period.
create index dossiers_rated_ix on dossiers (rated_at, agency_id) where rated_at is not null;
-- Dossiers that an agency has handed over to another since: they stay in its figures of earlier periods.
create index dossier_spans_agency_ix on dossier_spans (agency_id, to_at);

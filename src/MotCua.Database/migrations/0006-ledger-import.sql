-- The ledger from outside (motcua import ledger). An imported line is known again by the hash of its JSON; the lines of one
-- dossier are read through dossier_events_seq_uq, so the hash needs no index of its own.
alter table dossier_events add column line_hash bytea;

-- A big file is written while it is read, lines first: the dossiers' rows follow when their last state is known.
alter table dossier_events alter constraint dossier_events_dossier_fk deferrable initially immediate;
alter table dossier_spans alter constraint dossier_spans_dossier_fk deferrable initially immediate;
alter table dossier_payments alter constraint dossier_payments_dossier_fk deferrable initially immediate;

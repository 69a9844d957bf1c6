-- Published apologies ("Phiếu xin lỗi công dân"): newest first, of all agencies or of one. Few dossiers have one, so the
-- index is small, and the agency in it lets a filter and the list of agencies be answered without the table.
create index dossiers_apology_ix on dossiers (apology_at desc, agency_id) where apology_at is not null;

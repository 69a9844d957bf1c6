-- Results of dossiers that a desk received for another agency lie at that desk; there are few, and the counter asks all day.
create index dossiers_ready_desk_ix on dossiers (desk_id, finished_at)
    where desk_id <> agency_id and finished_at is not null and returned_at is null and finish_kind <> 'withdrawn';

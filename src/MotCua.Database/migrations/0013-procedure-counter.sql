-- What every search result shows, beside the long content: reading it out of the jsonb cost most of a search's time.
alter table procedure_versions
    add column immediate boolean not null default false,
    add column counter_fee bigint;

update procedure_versions v set
    immediate = coalesce((v.content->>'immediate')::boolean, false),
    counter_fee = (
        select (f->>'dong')::bigint from jsonb_array_elements(v.content->'fees') f
        where (f->>'channel' is null or f->>'channel' = 'direct') and f->>'dong' is not null
        order by (f->>'case' is not null), (f->>'channel' is null) limit 1);

alter table procedure_versions alter column immediate drop default;

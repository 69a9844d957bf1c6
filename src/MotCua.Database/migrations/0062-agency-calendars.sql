-- Hours, Saturday desks and closings of agencies. All three are read whole into memory, so they need no index but their keys.
create table office_hours (
    agency_id uuid not null constraint office_hours_agency_fk references agencies (id),
    -- Until the next row of the agency.
    valid_from date not null,
    -- [{"from":"07:00:00","to":"11:00:00"},…]; null: from this day the agency keeps the hours of the one above it.
    sessions jsonb,
    decision_no text not null,
    constraint office_hours_pk primary key (agency_id, valid_from)
);

-- Open for service on Saturdays; no working day for any limit.
create table saturday_desks (
    id uuid not null constraint saturday_desks_pk primary key,
    agency_id uuid not null constraint saturday_desks_agency_fk references agencies (id),
    valid_from date not null,
    valid_to date,
    sessions jsonb not null,
    includes_below boolean not null,
    decision_no text not null,
    constraint saturday_desks_dates_ck check (valid_to is null or valid_to >= valid_from)
);

-- A day off of one agency, or of one and all under it: a storm, a power cut.
create table office_closings (
    agency_id uuid not null constraint office_closings_agency_fk references agencies (id),
    day date not null,
    reason text not null,
    decision_no text not null,
    includes_below boolean not null,
    constraint office_closings_pk primary key (agency_id, day)
);

-- Every node keeps the calendars in memory and reads them again when this number has moved.
insert into settings (key, value) values ('calendar.revision', '1');

create function calendar_changed() returns trigger language plpgsql as $$
begin
    update settings set value = (value::bigint + 1)::text where key = 'calendar.revision';
    return null;
end $$;

create trigger calendar_days_changed after insert or update or delete or truncate on calendar_days
    for each statement execute function calendar_changed();
create trigger office_hours_changed after insert or update or delete or truncate on office_hours
    for each statement execute function calendar_changed();
create trigger saturday_desks_changed after insert or update or delete or truncate on saturday_desks
    for each statement execute function calendar_changed();
create trigger office_closings_changed after insert or update or delete or truncate on office_closings
    for each statement execute function calendar_changed();

-- The working calendar as imported; empty means that the one built into the program holds.
-- Read whole into memory, so it needs no index but its key.
create table calendar_days (
    day date not null constraint calendar_days_pk primary key,
    name text not null,
    kind text not null,
    -- The decision that published the day, where it is known.
    decision_no text,
    constraint calendar_days_kind_ck check (kind in ('public', 'tet', 'substitute', 'swap_off', 'swap_work'))
);

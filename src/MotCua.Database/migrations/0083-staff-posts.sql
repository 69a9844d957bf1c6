-- Staff posts and quota (chapter 4 of the reform annex): what an agency was given and has, by kind and post, from a day on.
create table staff_posts (
    id uuid not null constraint staff_posts_pk primary key,
    agency_id uuid not null constraint staff_posts_agency_fk references agencies,
    day date not null,
    search_key text not null,
    kind text not null,
    post text not null,
    post_key text not null,
    quota integer not null constraint staff_posts_quota_ck check (quota >= 0),
    present integer not null constraint staff_posts_present_ck check (present >= 0),
    reduced integer not null constraint staff_posts_reduced_ck check (reduced >= 0),
    document text not null,
    revision integer not null,
    constraint staff_posts_line_uq unique (agency_id, kind, post_key, day)
);

-- People read out the last digits of a code: the digits backwards, so that an end is found as a beginning is.
create index dossiers_code_tail_ix on dossiers (reverse(regexp_replace(code, '[^0-9]', '', 'g')) text_pattern_ops);

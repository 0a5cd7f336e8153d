-- Names are found by their words, whole or begun, without accents; what is like them, with typing
-- errors, is looked for only where words find nothing.
create function planning.plain(words text) returns text
  language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(words, nfd), '[\u0300-\u036f]', '', 'g'));

create index task_words on planning.task
  using gin (to_tsvector('simple', planning.plain(asked_as))) where kind = 'MILESTONE';
create index project_words on planning.project
  using gin (to_tsvector('simple', planning.plain(name)));

-- The stems of a text, in English and in German: help desks write both, often in one line.
-- The end of a very long text is not searched.
create function helpdesk.stems(said text) returns tsvector
  language sql immutable parallel safe
  return to_tsvector('pg_catalog.english', left(said, 20000))
      || to_tsvector('pg_catalog.german', left(said, 20000));

-- What finds the words that somebody looks for: all of them, in one language or the other.
create function helpdesk.asked(words text) returns tsquery
  language sql immutable parallel safe
  return plainto_tsquery('pg_catalog.english', words) || plainto_tsquery('pg_catalog.german', words);

-- What a ticket is found by: its fields and what was said on it. Kept by triggers, so it is right
-- whoever writes; beside the ticket, so a change of another field touches no index of words.
create table helpdesk.search_words (
  ticket bigint primary key references helpdesk.ticket on delete cascade,
  opened timestamp not null,
  open boolean not null,
  solved boolean not null, -- done, and it says how
  words tsvector not null
);
create index search_words_all on helpdesk.search_words using gin (words)
  with (gin_pending_list_limit = 1024);
create index search_words_open on helpdesk.search_words using gin (words)
  with (gin_pending_list_limit = 1024) where open;
create index search_words_opened on helpdesk.search_words (opened desc, ticket desc);
create index search_words_open_opened on helpdesk.search_words (opened desc, ticket desc)
  where open;

create function helpdesk.own_words(t helpdesk.ticket) returns tsvector
  language sql immutable parallel safe
  return setweight(helpdesk.stems(t.title), 'A')
      || setweight(
           helpdesk.stems(
             concat_ws(' ', t.number, t.caller, t.caller_email, t.assignee, t.team)), 'B')
      || strip(
           helpdesk.stems(
             concat_ws(' ', t.outcome, t.category, t.service_name, t.description)));

-- What was said on a ticket. Of thousands of messages only the newest count.
create function helpdesk.said_words(of_ticket bigint) returns tsvector
  language sql stable parallel safe
  return strip(
    helpdesk.stems(
      (select string_agg(left(newest.text, 2000), ' ')
         from (select text from helpdesk.message where ticket = of_ticket
                order by at desc, id limit 200) newest)));

create function helpdesk.write_words(t helpdesk.ticket) returns void language sql as $$
  insert into helpdesk.search_words (ticket, opened, open, solved, words)
  values (t.id, t.opened, t.state not in ('RESOLVED', 'CLOSED'),
          t.state in ('RESOLVED', 'CLOSED') and t.outcome <> '',
          helpdesk.own_words(t) || coalesce(helpdesk.said_words(t.id), ''))
  on conflict (ticket) do update
     set opened = excluded.opened, open = excluded.open, solved = excluded.solved,
         words = excluded.words
$$;

create function helpdesk.ticket_written() returns trigger language plpgsql as $$
begin
  perform helpdesk.write_words(new);
  return null;
end $$;

create function helpdesk.ticket_moved_on() returns trigger language plpgsql as $$
begin
  update helpdesk.search_words
     set open = new.state not in ('RESOLVED', 'CLOSED'),
         solved = new.state in ('RESOLVED', 'CLOSED') and new.outcome <> ''
   where ticket = new.id;
  return null;
end $$;

create trigger ticket_added after insert on helpdesk.ticket
  for each row execute function helpdesk.ticket_written();
create trigger ticket_moved_on after update of state on helpdesk.ticket
  for each row when (old.state <> new.state)
  execute function helpdesk.ticket_moved_on();
create trigger ticket_written
  after update of title, description, number, opened, caller, caller_email, assignee, team,
                  outcome, category, service_name on helpdesk.ticket
  for each row
  when ((old.title, old.description, old.number, old.opened, old.caller, old.caller_email,
         old.assignee, old.team, old.outcome, old.category, old.service_name)
        is distinct from
        (new.title, new.description, new.number, new.opened, new.caller, new.caller_email,
         new.assignee, new.team, new.outcome, new.category, new.service_name))
  execute function helpdesk.ticket_written();

create function helpdesk.message_added() returns trigger language plpgsql as $$
begin
  update helpdesk.search_words
     set words = words || strip(helpdesk.stems(left(new.text, 2000)))
   where ticket = new.ticket and pg_column_size(words) < 100000;
  return null;
end $$;
create trigger message_added after insert on helpdesk.message
  for each row execute function helpdesk.message_added();

create function helpdesk.messages_moved() returns trigger language plpgsql as $$
begin
  perform helpdesk.write_words(ticket)
     from helpdesk.ticket
    where id in (select unnest(array[was.ticket, moved.ticket])
                   from was join moved using (id) where was.ticket <> moved.ticket);
  return null;
end $$;
create trigger messages_moved after update on helpdesk.message
  referencing old table as was new table as moved
  for each statement execute function helpdesk.messages_moved();

select helpdesk.write_words(ticket) from helpdesk.ticket;

-- What is known: how something is done. P-12 and K-7 are their refs.
create table helpdesk.article (
  number int generated always as identity primary key,
  title text not null,
  text text not null,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  audience text not null check (audience in ('AGENTS', 'EVERYONE')),
  owner uuid references directory.person,
  review_by date,
  version int not null,
  changed timestamptz not null,
  words tsvector not null
    generated always as (setweight(helpdesk.stems(title), 'A') || strip(helpdesk.stems(text))) stored
);
create index article_words on helpdesk.article using gin (words);

-- The cause behind several incidents. With a workaround it is a known error.
create table helpdesk.problem (
  number int generated always as identity primary key,
  title text not null,
  text text not null,
  cause text not null,
  workaround text not null,
  lead uuid references directory.person,
  service uuid references directory.service,
  opened timestamptz not null,
  closed timestamptz,
  version int not null,
  changed timestamptz not null,
  words tsvector not null
    generated always as (
      setweight(helpdesk.stems(title), 'A')
      || strip(helpdesk.stems(text || ' ' || cause || ' ' || workaround))) stored
);
create index problem_words on helpdesk.problem using gin (words);

-- What was changed on them, part by part, never changed itself.
create table helpdesk.revision (
  id bigint generated always as identity primary key,
  ref text not null,
  version int not null,
  at timestamptz not null,
  who text not null,
  part text not null,
  was text not null,
  becomes text not null
);
create index revision_ref on helpdesk.revision (ref, version);

-- What was put into an answer, once for each ticket, and whether it helped.
create table helpdesk.suggestion_use (
  ref text not null,
  ticket bigint not null references helpdesk.ticket on delete cascade,
  at timestamptz not null,
  who text not null,
  helped boolean,
  primary key (ref, ticket)
);
create index suggestion_use_ticket on helpdesk.suggestion_use (ticket);

-- Times of tickets are wall-clock times in the organisation's zone: hours of the week are what counts.
create table helpdesk.ticket (
  id bigint generated always as identity primary key,
  source text not null,
  number text not null,
  title text not null,
  description text not null,
  state text not null,
  opened timestamp not null,
  resolved timestamp,
  closed timestamp,
  caller text not null,
  assignee text not null,
  person uuid references directory.person,
  team text not null,
  category text not null,
  service uuid references directory.service,
  service_name text not null,
  priority text not null,
  logged_seconds bigint,
  handled_seconds bigint not null,
  touches int not null,
  unique (source, number)
);
create index ticket_number on helpdesk.ticket (number);
create index ticket_opened on helpdesk.ticket (opened desc, id desc);
create index ticket_open on helpdesk.ticket (opened desc, id desc)
  where state in ('OPEN', 'WAITING');
create index ticket_ended on helpdesk.ticket ((coalesce(resolved, closed)));
create index ticket_service on helpdesk.ticket (service, opened desc) where service is not null;
create index ticket_category on helpdesk.ticket (category, opened desc) where category <> '';
create index ticket_person on helpdesk.ticket (person) where person is not null;
create index ticket_words on helpdesk.ticket
  using gin (title public.gin_trgm_ops, number public.gin_trgm_ops);

create table helpdesk.touch (
  ticket bigint not null references helpdesk.ticket on delete cascade,
  at timestamp not null,
  assignee text not null,
  team text not null,
  logged_seconds bigint
);
create index touch_ticket on helpdesk.touch (ticket);

-- Who a name in the tickets is. A row without a person: nobody here.
create table helpdesk.assignee (
  source text not null,
  name text not null,
  person uuid references directory.person,
  primary key (source, name)
);

-- Files that were read and not yet confirmed. Removed after a day.
create table helpdesk.draft (
  id uuid primary key,
  made_at timestamptz not null,
  made_by uuid not null,
  file_name text not null,
  fingerprint text not null,
  file bytea not null
);
create index draft_made_at on helpdesk.draft (made_at);

-- What a person changed on a draft.
create table helpdesk.draft_choice (
  draft uuid not null references helpdesk.draft on delete cascade,
  name text not null,
  value text not null,
  primary key (draft, name)
);

create table helpdesk.import (
  id uuid primary key,
  made_at timestamptz not null,
  made_by text not null,
  file_name text not null,
  fingerprint text not null,
  source text not null,
  tickets int not null,
  per_touch_minutes int not null
);
create index import_fingerprint on helpdesk.import (fingerprint);
create index import_made_at on helpdesk.import (made_at desc);

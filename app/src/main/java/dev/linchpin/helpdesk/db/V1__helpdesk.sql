-- A line of tickets and the people who work on it.
create table helpdesk.queue (
  id uuid primary key,
  name text not null,
  rest boolean not null default false, -- takes what no other queue takes
  version int not null default 0
);
create unique index queue_name on helpdesk.queue (lower(name));
create unique index queue_rest on helpdesk.queue (rest) where rest;

create table helpdesk.queue_person (
  queue uuid not null references helpdesk.queue on delete cascade,
  person uuid not null references directory.person,
  primary key (queue, person)
);
create index queue_of_person on helpdesk.queue_person (person);

-- A service's tickets go to one queue.
create table helpdesk.queue_service (
  service uuid primary key references directory.service,
  queue uuid not null references helpdesk.queue on delete cascade
);

-- Numbers of the tickets that are opened here.
create sequence helpdesk.own_number start 1001;

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
  booked_seconds int not null default 0, -- booked here, beside what was imported
  version int not null default 0, -- counts the changes made here
  own text[] not null default '{}', -- fields that were changed here: an import leaves them alone
  kind text not null default 'INCIDENT',
  impact text,
  urgency text,
  queue uuid references helpdesk.queue,
  caller_person uuid references directory.person,
  caller_email text not null default '',
  caller_phone text not null default '',
  outcome text not null default '',
  merged_into bigint references helpdesk.ticket,
  changed timestamp, -- the last change or message here
  unique (source, number)
);
create index ticket_queue on helpdesk.ticket (queue, opened desc, id desc)
  where state not in ('RESOLVED', 'CLOSED');
create index ticket_mine on helpdesk.ticket (person, opened desc, id desc)
  where state not in ('RESOLVED', 'CLOSED');
create index ticket_caller on helpdesk.ticket (caller_person, opened desc)
  where caller_person is not null;
create index ticket_merged on helpdesk.ticket (merged_into) where merged_into is not null;
create index ticket_number on helpdesk.ticket (number);
create index ticket_opened on helpdesk.ticket (opened desc, id desc);
create index ticket_open on helpdesk.ticket (opened desc, id desc)
  where state not in ('RESOLVED', 'CLOSED');
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
  logged_seconds bigint,
  person uuid references directory.person, -- who it was, of touches made here
  work uuid, -- the booked work it stands for
  home bigint references helpdesk.ticket -- where it was made here; null when it was imported
);
create index touch_ticket on helpdesk.touch (ticket);
create index touch_work on helpdesk.touch (work) where work is not null;

-- What was changed here, field by field, never changed itself. Rows of one change share its step,
-- which is the ticket's version after it.
create table helpdesk.history (
  id bigint generated always as identity primary key,
  ticket bigint not null references helpdesk.ticket,
  step int not null,
  at timestamptz not null,
  who text not null,
  person uuid references directory.person,
  field text not null,
  element text not null, -- which one, of fields that hold many: the tag, the watcher
  was text not null,
  was_said text not null,
  becomes text not null,
  becomes_said text not null,
  reverses int -- the step that this one takes back
);
create index history_ticket on helpdesk.history (ticket, step);
create index history_person on helpdesk.history (person, at desc) where person is not null;

create table helpdesk.tag (
  ticket bigint not null references helpdesk.ticket,
  tag text not null,
  primary key (ticket, tag)
);
create index tag_tickets on helpdesk.tag (tag);

create table helpdesk.watcher (
  ticket bigint not null references helpdesk.ticket,
  person uuid not null references directory.person,
  primary key (ticket, person)
);

-- What a ticket has to do with something else: DUPLICATE_OF T-1002, BELONGS_TO NET-12.
create table helpdesk.ticket_link (
  ticket bigint not null references helpdesk.ticket,
  kind text not null,
  ref text not null,
  primary key (ticket, kind, ref)
);
create index ticket_link_ref on helpdesk.ticket_link (ref);

create table helpdesk.item (
  ticket bigint not null references helpdesk.ticket,
  name text not null,
  done boolean not null,
  position int generated always as identity,
  primary key (ticket, name)
);

-- What was said. Notes are for those who work on tickets, never for callers.
create table helpdesk.message (
  id uuid primary key,
  ticket bigint not null references helpdesk.ticket,
  home bigint not null references helpdesk.ticket, -- where it was written
  at timestamptz not null,
  kind text not null check (kind in ('FROM_CALLER', 'ANSWER', 'NOTE')),
  channel text not null,
  who text not null,
  person uuid references directory.person,
  text text not null,
  delivery text not null check (delivery in ('NONE', 'TO_SEND', 'SENT', 'FAILED')),
  once text -- what makes a repeated delivery the same one
);
create index message_ticket on helpdesk.message (ticket, at, id);
create index message_to_send on helpdesk.message (at) where delivery = 'TO_SEND';
create unique index message_once on helpdesk.message (once) where once is not null;

create table helpdesk.attachment (
  id uuid primary key,
  message uuid not null references helpdesk.message,
  name text not null,
  type text not null,
  size int not null,
  content bytea not null
);
create index attachment_message on helpdesk.attachment (message);

-- Working time that somebody booked. Its touch carries the hours to the forecast.
create table helpdesk.work (
  id uuid primary key,
  ticket bigint not null references helpdesk.ticket,
  home bigint not null references helpdesk.ticket,
  person uuid not null references directory.person,
  who text not null,
  at timestamptz not null, -- when it ended
  seconds int not null check (seconds > 0),
  about text not null
);
create index work_ticket on helpdesk.work (ticket, at);

-- Whose clock runs on which ticket: one each.
create table helpdesk.timer (
  person uuid primary key references directory.person,
  ticket bigint not null references helpdesk.ticket,
  since timestamptz not null
);

create table helpdesk.canned_reply (
  id uuid primary key,
  name text not null unique,
  text text not null,
  version int not null default 0
);

-- A list somebody wants to come back to.
create table helpdesk.saved_view (
  id uuid primary key,
  account uuid not null,
  name text not null,
  query text not null,
  unique (account, name)
);

-- Who has a ticket open now.
create table helpdesk.looking (
  ticket bigint not null references helpdesk.ticket on delete cascade,
  account uuid not null,
  name text not null,
  at timestamptz not null,
  primary key (ticket, account)
);

-- A request of a program that was answered: sent again, it gets the same ticket.
create table helpdesk.request (
  account uuid not null,
  once text not null,
  ticket bigint not null references helpdesk.ticket,
  at timestamptz not null,
  primary key (account, once)
);

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

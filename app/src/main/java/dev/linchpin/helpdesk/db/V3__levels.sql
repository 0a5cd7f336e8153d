-- Within what time tickets of a service are answered and resolved.
create table helpdesk.service_level (
  id uuid primary key,
  service uuid references directory.service, -- null: of all services without one of their own
  site uuid references directory.site, -- whose working hours count; null: all hours
  vendor_pauses boolean not null, -- time stands still while a vendor has to do something
  version int not null default 0,
  unique nulls not distinct (service)
);

create table helpdesk.service_target (
  level uuid not null references helpdesk.service_level on delete cascade,
  priority text not null,
  answer_minutes int check (answer_minutes > 0),
  resolve_minutes int check (resolve_minutes > 0),
  primary key (level, priority)
);

-- Who is told, and how far before a target: "75%" of the time, or with "30m" left.
create table helpdesk.escalation_rule (
  level uuid not null references helpdesk.service_level on delete cascade,
  moment text not null,
  tell text not null check (tell in ('ASSIGNEE', 'QUEUE', 'ON_CALL')),
  primary key (level, moment, tell)
);

-- Counts what all targets depend on: service levels, working hours, holidays. A ticket with an
-- older count is looked at again.
create table helpdesk.level_count (
  one boolean primary key default true check (one),
  count int not null
);
insert into helpdesk.level_count (count) values (0);

alter table helpdesk.ticket
  add column answer_due timestamptz,
  add column answer_met timestamptz,
  add column answer_left int, -- seconds of counted time while it is paused, else 0; null: no target
  add column resolve_due timestamptz,
  add column resolve_met timestamptz,
  add column resolve_left int,
  add column next_step timestamptz, -- when somebody is told next that a target comes near
  add column level_count int not null default 0,
  add column due timestamptz generated always as (
    least(
      case when answer_met is null then answer_due end,
      case when resolve_met is null then resolve_due end)) stored;
create index ticket_due on helpdesk.ticket (due, id)
  where due is not null and state not in ('RESOLVED', 'CLOSED');
create index ticket_next_step on helpdesk.ticket (next_step) where next_step is not null;
create index ticket_level_count on helpdesk.ticket (level_count)
  where source = 'linchpin' and state not in ('RESOLVED', 'CLOSED');

-- Somebody was told that a target comes near: each step of a ticket once.
create table helpdesk.escalation (
  id bigint generated always as identity primary key,
  ticket bigint not null references helpdesk.ticket,
  goal text not null check (goal in ('ANSWER', 'RESOLVE')),
  moment text not null,
  tell text not null,
  at timestamptz not null,
  unique (ticket, goal, moment, tell)
);

create table helpdesk.escalation_told (
  escalation bigint not null references helpdesk.escalation on delete cascade,
  person uuid not null references directory.person,
  primary key (escalation, person)
);
create index escalation_told_person on helpdesk.escalation_told (person);
create index message_first_answer on helpdesk.message (ticket, at) where kind = 'ANSWER';

-- Who is on call for a queue, week after week.
create table helpdesk.rota (
  queue uuid primary key references helpdesk.queue on delete cascade,
  first_day date not null, -- the first hand-over; all others are whole weeks later
  hand_over time not null,
  version int not null default 0
);

create table helpdesk.rota_person (
  queue uuid not null references helpdesk.rota on delete cascade,
  position int not null,
  person uuid not null references directory.person,
  primary key (queue, position)
);

-- Somebody else is on call for a while. Times are in the organisation's zone.
create table helpdesk.rota_swap (
  id uuid primary key,
  queue uuid not null references helpdesk.rota on delete cascade,
  begins timestamp not null,
  ends timestamp not null check (ends > begins),
  person uuid not null references directory.person,
  made_at timestamptz not null
);
create index rota_swap_queue on helpdesk.rota_swap (queue, ends);

-- A monitoring system that may open tickets; its token is kept as SHA-256.
create table helpdesk.monitor (
  id uuid primary key,
  name text not null,
  hash text not null unique,
  service uuid references directory.service, -- of checks that name none we know
  made_at timestamptz not null,
  made_by text not null,
  revoked_at timestamptz,
  minute timestamptz not null, -- the brake counts the deliveries of one minute
  deliveries int not null default 0
);

-- What came in, as it came; worked on after the sender has its answer.
create table helpdesk.delivery (
  id bigint generated always as identity primary key,
  monitor uuid not null references helpdesk.monitor,
  at timestamptz not null,
  body text not null,
  tries int not null default 0,
  done_at timestamptz,
  problem text not null default ''
);
create index delivery_open on helpdesk.delivery (id) where done_at is null and tries < 3;
create index delivery_monitor on helpdesk.delivery (monitor, id desc);
create index delivery_done on helpdesk.delivery (done_at) where done_at is not null;

-- What a monitoring system told about a check: each piece of news once, whatever came first.
create table helpdesk.signal (
  monitor uuid not null references helpdesk.monitor,
  key text not null,
  at timestamptz not null,
  problem boolean not null,
  severity text not null,
  title text not null,
  service text not null,
  detail text not null,
  primary key (monitor, key, at, problem)
);

-- The checks, each locked while its news are worked on.
create table helpdesk.watched_check (
  monitor uuid not null references helpdesk.monitor,
  key text not null,
  primary key (monitor, key)
);

-- Trouble of a check: from its first problem until it was quiet for a while. One ticket each.
create table helpdesk.episode (
  monitor uuid not null,
  key text not null,
  begins timestamptz not null,
  ends timestamptz, -- null while the problem lasts
  problems int not null,
  severity text not null,
  title text not null,
  ticket bigint not null references helpdesk.ticket,
  primary key (monitor, key, begins),
  foreign key (monitor, key) references helpdesk.watched_check
);
create index episode_ticket on helpdesk.episode (ticket);

-- Something that stops many: led by one person, with news at a fixed rhythm.
create table helpdesk.major_incident (
  id uuid primary key,
  ticket bigint not null unique references helpdesk.ticket,
  declared_at timestamptz not null,
  declared_by text not null,
  lead uuid not null references directory.person,
  every_minutes int not null check (every_minutes > 0),
  next_update timestamptz not null,
  ended_at timestamptz,
  ended_by text not null default '',
  happened text not null default '', -- the review
  why text not null default '',
  changes text not null default '',
  version int not null default 0
);
create index major_incident_open on helpdesk.major_incident (declared_at) where ended_at is null;

create table helpdesk.major_update (
  id uuid primary key,
  incident uuid not null references helpdesk.major_incident,
  at timestamptz not null,
  who text not null,
  text text not null,
  told int not null -- callers who got it as an answer
);
create index major_update_incident on helpdesk.major_update (incident, at);

-- What we do so that it does not come again.
create table helpdesk.major_action (
  id uuid primary key,
  incident uuid not null references helpdesk.major_incident,
  text text not null,
  person uuid references directory.person,
  due date,
  done_at timestamptz,
  position int generated always as identity
);
create index major_action_incident on helpdesk.major_action (incident, position);

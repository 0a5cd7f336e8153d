create extension if not exists pg_trgm with schema public;

create table planning.project (
  key text primary key check (key ~ '^[A-Z][A-Z0-9]{1,7}$'),
  name text not null,
  goal text not null,
  priority int not null,
  state text not null,
  -- Which of these are set depends on the state; ProjectState says which.
  state_on date,
  state_by text,
  state_text text,
  state_next date,
  fixed_finish date,
  checked_at timestamptz,
  checked_by text,
  zone text not null,
  confidential boolean not null,
  -- The plan's frame: nothing starts before, and the working time of tasks without people.
  plan_start timestamp,
  plan_calendar jsonb,
  next_number int not null default 1,
  created_at timestamptz not null,
  version int not null default 1,
  constraint project_priority unique (priority) deferrable initially deferred
);
create index project_name on planning.project using gin (name public.gin_trgm_ops);

-- Every date that was fixed for a project: how such dates turn out is learned from it.
create table planning.fixed_finish (
  id bigint generated always as identity primary key,
  project text not null references planning.project,
  set_on date not null,
  day date -- null: none any more
);
create index fixed_finish_project on planning.fixed_finish (project, id);

create table planning.project_member (
  project text not null references planning.project,
  account uuid not null,
  may_write boolean not null,
  primary key (project, account)
);

create table planning.task (
  project text not null references planning.project,
  number int not null check (number > 0),
  position int not null,
  parent int,
  outline text not null,
  name text not null,
  kind text not null check (kind in ('SUMMARY', 'TASK', 'MILESTONE', 'BOUNDARY')),
  urgency int not null default 500 check (urgency between 0 and 1000),
  work_unit text not null check (work_unit in ('NONE', 'EFFORT', 'WORKING', 'ELAPSED')),
  likely_minutes bigint,
  optimistic_minutes bigint,
  pessimistic_minutes bigint,
  constraint_kind text not null,
  constraint_at timestamp,
  deadline timestamp,
  calendar jsonb,
  started_at timestamp,
  remaining_minutes bigint,
  finished_at timestamp,
  source_id text,
  conditions jsonb, -- Conditions; null asks for nothing
  version int not null default 1,
  primary key (project, number),
  foreign key (project, parent) references planning.task (project, number)
    deferrable initially deferred
);
create index task_milestone on planning.task (project, position) where kind = 'MILESTONE';
create index task_milestone_name on planning.task using gin (name public.gin_trgm_ops)
  where kind = 'MILESTONE';

create table planning.link (
  project text not null,
  from_number int not null,
  to_number int not null,
  type text not null,
  lag_minutes bigint not null,
  lag_elapsed boolean not null,
  primary key (project, from_number, to_number, type),
  foreign key (project, from_number) references planning.task (project, number),
  foreign key (project, to_number) references planning.task (project, number)
);

-- Somebody a plan needs who is not in the directory.
create table planning.outsider (
  project text not null references planning.project,
  name text not null,
  capacity double precision not null check (capacity > 0),
  calendar jsonb,
  away jsonb not null,
  primary key (project, name)
);

create table planning.assignment (
  project text not null,
  task int not null,
  person uuid references directory.person,
  outsider text,
  share double precision not null check (share > 0),
  foreign key (project, task) references planning.task (project, number),
  foreign key (project, outsider) references planning.outsider (project, name),
  check ((person is null) <> (outsider is null)),
  unique nulls not distinct (project, task, person, outsider)
);
create index assignment_person on planning.assignment (person);

-- When changes may be made; tasks name it in their conditions.
create table planning.change_window (
  id text primary key,
  name text not null unique,
  week jsonb not null,
  dates jsonb not null,
  freezes jsonb not null,
  lead_minutes bigint not null check (lead_minutes >= 0),
  out_of_hours boolean not null,
  version int not null default 1
);

-- What may happen to a project. A task it would hit may leave the plan: no foreign key.
create table planning.risk (
  id uuid not null,
  project text not null references planning.project,
  name text not null,
  percent int not null check (percent between 1 and 99),
  effects jsonb not null,
  -- Risks of one project with the same cause happen together, or at most one of them.
  cause text,
  tie text check (tie in ('TOGETHER', 'EXCLUSIVE')),
  -- What it costs apart from work, in hundredths of the currency.
  cost jsonb,
  owner uuid references directory.person,
  state text not null check (state in ('OPEN', 'HAPPENED', 'GONE')),
  response text not null,
  version int not null default 1,
  primary key (project, id),
  check ((cause is null) = (tie is null))
);

create table planning.plan_import (
  id uuid primary key,
  project text not null references planning.project,
  file_name text not null,
  format text not null,
  lost jsonb not null,
  imported_at timestamptz not null,
  imported_by text not null
);
create index plan_import_project on planning.plan_import (project, imported_at desc);

-- A file that was read and not yet saved; dies after a day.
create table planning.import_draft (
  id uuid primary key,
  account uuid not null,
  file_name text not null,
  content bytea not null,
  made_at timestamptz not null,
  used_for text references planning.project
);

-- How dates are corrected by what became of earlier forecasts. Every version is kept.
create table planning.recalibration (
  version int primary key,
  made_at timestamptz not null,
  made_by text not null,
  forecasts int not null,
  ends int not null, -- of so many projects and milestones
  held double precision[] not null
);

-- Which version corrects dates from when on; 0 is none. The newest row counts.
create table planning.recalibration_use (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  by text not null,
  version int not null
);

create table planning.forecast (
  id uuid primary key,
  number bigint generated always as identity unique,
  made_at timestamptz not null,
  as_of timestamp not null,
  seed bigint not null,
  runs int not null,
  engine text not null,
  correction int not null, -- version of the recalibration; 0 is none
  fingerprint text not null,
  -- Fingerprint of what makes a new one necessary: not the hour, nor what others have finished.
  touched_by text not null,
  inputs bytea not null,
  findings jsonb not null
);

-- Which forecast stands for a running project, and up to which wish it was looked at.
create table planning.standing (
  project text primary key references planning.project,
  forecast uuid not null references planning.forecast,
  wish bigint not null,
  checked_at timestamptz not null
);
create index standing_forecast on planning.standing (forecast);

create table planning.forecast_ref (
  forecast uuid not null references planning.forecast,
  ref text not null,
  likely_start timestamp,
  q10 timestamp not null,
  q50 timestamp not null,
  q80 timestamp not null,
  q95 timestamp not null,
  chance double precision not null,
  critical double precision,
  -- Days on which runs ended and how many did; kept for projects and milestones.
  days date[],
  counts int[],
  -- The same before dates were corrected; null where they are not.
  stated_days date[],
  stated_counts int[],
  primary key (ref, forecast)
);
create index forecast_ref_forecast on planning.forecast_ref (forecast);

-- The levelled schedule of a project as it stands; replaced by the next one.
create table planning.schedule (
  project text primary key references planning.project,
  as_of timestamp not null,
  made_at timestamptz not null,
  wish bigint not null,
  findings jsonb not null
);

create table planning.schedule_line (
  ref text primary key,
  starts timestamp not null,
  ends timestamp not null,
  because text not null,
  waits_for text,
  person text,
  window_name text,
  slack_minutes bigint,
  on_chain boolean not null
);

-- One row each time the portfolio was looked at, and what went wrong, if anything did.
create table planning.forecast_look (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  wish bigint not null,
  problem text
);
create index forecast_look_wish on planning.forecast_look (wish);

-- How far the forecast is that is being made.
create table planning.forecast_progress (
  one boolean primary key default true check (one),
  wish bigint not null,
  runs int not null,
  most int not null,
  by jsonb not null
);

-- Numbers every wish for a new forecast, so that none is forgotten.
create table planning.forecast_wish (
  number bigint generated always as identity primary key,
  at timestamptz not null,
  because text not null
);

-- How good a forecast was, once what it was about has ended. Written once.
create table planning.mark (
  forecast uuid not null references planning.forecast,
  ref text not null,
  project boolean not null, -- otherwise a milestone
  ended_on date not null,
  ahead int not null, -- days from the forecast to the by-date it named
  pit double precision not null,
  crps double precision not null, -- days, as the pinball losses
  pinball50 double precision not null,
  pinball80 double precision not null,
  pinball95 double precision not null,
  held50 boolean not null,
  held80 boolean not null,
  held95 boolean not null,
  correction int not null, -- of the forecast
  stated_pit double precision not null, -- without the correction
  stated_crps double precision not null,
  marked_at timestamptz not null,
  primary key (ref, forecast)
);
create index mark_forecast on planning.mark (forecast);

-- Why a date moved from one forecast to a later one.
create table planning.movement (
  forecast uuid not null references planning.forecast,
  base uuid not null references planning.forecast,
  ref text not null,
  -- The movement as the engine gave it, with the days of each cause.
  movement jsonb not null,
  primary key (forecast, ref, base)
);
create index movement_base on planning.movement (base);

-- Where the spread of a project's date comes from.
create table planning.spread_driver (
  forecast uuid not null references planning.forecast,
  ref text not null,
  drivers jsonb not null, -- as the engine gave them
  primary key (forecast, ref)
);

-- What would help: looked for when somebody asks, kept by the forecast.
create table planning.lever_search (
  forecast uuid not null references planning.forecast,
  ref text not null,
  asked_at timestamptz not null,
  asked_by text not null,
  begun_at timestamptz,
  done_at timestamptz,
  levers jsonb,
  problem text,
  primary key (forecast, ref)
);

-- What a risk costs in days: worked out when somebody asks, kept by the forecast.
create table planning.risk_days (
  project text not null,
  risk uuid not null,
  forecast uuid not null references planning.forecast,
  -- The by-date as it is, without the risk, and if it happens.
  now_by date not null,
  without_by date not null,
  if_by date not null,
  primary key (project, risk, forecast),
  foreign key (project, risk) references planning.risk (project, id)
);

-- What an hour costs from a day on: of one person, of all with a title, or of everybody.
create table planning.rate (
  id uuid primary key,
  person uuid references directory.person,
  title text,
  from_day date not null,
  per_hour bigint not null check (per_hour >= 0), -- hundredths of the currency
  unique nulls not distinct (person, title, from_day),
  check (person is null or title is null)
);

-- What a project pays for apart from work.
create table planning.cost_item (
  id uuid not null,
  project text not null references planning.project,
  name text not null,
  cost jsonb not null,
  -- When: with a task of the plan, on a day, or not said. A task may leave the plan.
  task int,
  on_day date,
  version int not null default 1,
  primary key (project, id),
  check (task is null or on_day is null)
);

-- What a forecast said about a project's cost together with its end.
create table planning.forecast_cost (
  forecast uuid not null references planning.forecast,
  ref text not null,
  days date[] not null,
  costs bigint[] not null, -- at 5, 10, … 100 % of the runs
  -- Share of runs that end by the day and cost no more: for each day, for each cost.
  chances double precision[] not null,
  primary key (ref, forecast)
);

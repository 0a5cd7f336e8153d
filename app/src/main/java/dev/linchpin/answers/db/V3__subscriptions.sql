-- Who wants to hear when a date changes. Nobody needs an account for it.
create table answers.subscription (
  id uuid primary key,
  ref text not null,
  title text not null, -- what it is called in what they get
  way text not null check (way in ('MAIL', 'CALENDAR', 'ATOM', 'WEBHOOK')),
  address text not null default '', -- mail address in lower case, or where a webhook goes
  more_than int not null check (more_than between 0 and 60), -- working days
  made_at timestamptz not null,
  made_by uuid, -- account; null for somebody without one
  made_by_name text not null default '',
  confirmed_at timestamptz, -- null while a confirmation is awaited
  read_at timestamptz, -- a feed: about when it was read last
  ended_at timestamptz,
  ended_why text not null default '' -- a sentence
);
create index subscription_ref on answers.subscription (ref, made_at);
create index subscription_address on answers.subscription (address) where address <> '';
create unique index subscription_once on answers.subscription (ref, way, address)
  where address <> '' and ended_at is null;

-- The secrets in addresses, hashed. Each mail has one of its own.
create table answers.subscription_key (
  hash text primary key,
  subscription uuid not null references answers.subscription on delete cascade,
  made_at timestamptz not null,
  asked_from text not null default '' -- hash of who asked for it; empty for what we made ourselves
);
create index subscription_key_subscription on answers.subscription_key (subscription, made_at);
create index subscription_key_from on answers.subscription_key (asked_from, made_at)
  where asked_from <> '';

-- What somebody heard by a subscription, from the first time on. Only added to.
create table answers.heard (
  id uuid primary key,
  subscription uuid not null references answers.subscription on delete cascade,
  number int not null, -- 1, 2, 3 …
  at timestamptz not null,
  state text not null,
  by_day date, -- null where no date was named
  room int not null, -- working days by which that day may be too late because of rounding
  chance_tenths smallint,
  words text not null,
  forecast text,
  promise uuid, -- once it was sent or read
  unique (subscription, number)
);

-- What waits to be posted to a webhook.
create table answers.delivery (
  heard uuid primary key references answers.heard on delete cascade,
  subscription uuid not null references answers.subscription on delete cascade,
  body text not null,
  made_at timestamptz not null,
  due_at timestamptz not null,
  tries int not null default 0,
  claimed_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  outcome text not null default '' -- of the last try, as a sentence
);
create index delivery_due on answers.delivery (due_at) where done_at is null and failed_at is null;
create index delivery_subscription on answers.delivery (subscription, made_at);

-- Projects and milestones whose dates may be said to everybody, and what is said.
create table answers.outside (
  ref text primary key,
  title text not null, -- what people outside call it
  allowed_by text not null,
  allowed_at timestamptz not null,
  state text not null,
  by_day date,
  words text not null,
  changed_at timestamptz not null, -- when the words or the date became others
  checked_at timestamptz not null
);

-- Whom it concerns; without a row here, everybody.
create table answers.outside_department (
  ref text not null references answers.outside on delete cascade,
  department uuid not null,
  primary key (ref, department)
);

-- How often each thing was asked for, by the hour: what is hot.
create table answers.asked_often (
  hour timestamptz not null,
  ref text not null,
  times int not null,
  primary key (hour, ref)
);

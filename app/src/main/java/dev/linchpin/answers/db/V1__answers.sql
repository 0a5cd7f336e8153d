-- Who was told which date. Only ever added to.
create table answers.promise (
  id uuid primary key,
  ref text not null,
  told_to text not null,
  channel text not null check (channel in ('PHONE', 'MAIL', 'IN_PERSON', 'CHAT')),
  by_day date not null,
  words text not null, -- what could be read out at that moment
  chance_tenths smallint, -- null where no forecast spoke about that day
  forecast text, -- id of the kept forecast
  state text not null, -- of the answer at that moment
  told_at timestamptz not null,
  told_by uuid not null, -- account, without a foreign key: a promise outlives accounts
  told_by_name text not null,
  zone text not null, -- in which by_day ends
  once text, -- the same key from the same teller is the same promise
  unique (told_by, once)
);
create index promise_ref on answers.promise (ref, told_at desc);
create index promise_by_day on answers.promise (by_day desc);

-- Whether it was kept, once that is known.
create table answers.outcome (
  promise uuid primary key references answers.promise,
  kept boolean not null,
  found_at timestamptz not null
);

-- Somebody's "this looks wrong".
create table answers.doubt (
  id uuid primary key,
  ref text not null,
  text text not null,
  said_at timestamptz not null,
  said_by uuid not null,
  said_by_name text not null
);
create index doubt_ref on answers.doubt (ref, said_at desc);

-- A doubt with such a row is settled.
create table answers.settlement (
  doubt uuid primary key references answers.doubt,
  text text not null,
  settled_at timestamptz not null,
  settled_by uuid not null,
  settled_by_name text not null
);

-- Statements are never changed: a correction is a new statement.
create function answers.never() returns trigger language plpgsql as $$
begin
  raise exception '% is only added to.', tg_table_name;
end $$;
create trigger promise_stays before update or delete or truncate on answers.promise
  for each statement execute function answers.never();
create trigger outcome_stays before update or delete or truncate on answers.outcome
  for each statement execute function answers.never();
create trigger doubt_stays before update or delete or truncate on answers.doubt
  for each statement execute function answers.never();
create trigger settlement_stays before update or delete or truncate on answers.settlement
  for each statement execute function answers.never();

-- What somebody opened last, to find it again. Kept short: one row per account and thing.
create table answers.asked (
  account uuid not null,
  ref text not null,
  asked_at timestamptz not null,
  primary key (account, ref)
);
create index asked_account on answers.asked (account, asked_at desc);

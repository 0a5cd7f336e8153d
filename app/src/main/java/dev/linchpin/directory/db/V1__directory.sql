create extension if not exists pg_trgm with schema public;

create table directory.department (
  id uuid primary key,
  name text not null,
  version int not null default 0
);
create unique index department_name on directory.department (lower(name));

-- Where people work. The main site is the organisation's own calendar and always there.
create table directory.site (
  id uuid primary key,
  name text not null,
  main boolean not null,
  region text,
  zone text,
  week text not null,
  version int not null default 0
);
create unique index site_name on directory.site (lower(name));
create unique index site_main on directory.site (main) where main;
insert into directory.site (id, name, main, week)
values (gen_random_uuid(), 'Main site', true, 'Mon-Fri 08:00-12:00 13:00-17:00');

create table directory.extra_day (
  day date primary key,
  worked boolean not null,
  name text not null
);

create table directory.person (
  id uuid primary key,
  name text not null,
  email text not null,
  phone text not null,
  title text not null,
  department uuid references directory.department,
  site uuid not null references directory.site,
  week text,
  version int not null default 0
);
create unique index person_email on directory.person (lower(email)) where email <> '';
create index person_department on directory.person (department);
create index person_name on directory.person using gin (name public.gin_trgm_ops);

create table directory.leave (
  id uuid primary key,
  person uuid not null references directory.person,
  first_day date not null,
  last_day date not null check (first_day <= last_day),
  kind text not null,
  stand_in uuid references directory.person check (stand_in <> person)
);
create index leave_person on directory.leave (person, last_day);

create table directory.service (
  id uuid primary key,
  key text not null unique,
  name text not null,
  description text not null,
  department uuid references directory.department,
  version int not null default 0
);
create index service_name on directory.service using gin (name public.gin_trgm_ops);

-- What needs a go-to, until it is released. Projects are put here by planning, services by their store.
create table directory.subject (
  kind text not null,
  key text not null,
  title text not null,
  released boolean not null default false,
  primary key (kind, key)
);

-- Who was go-to when. The open row is the one in force; a closed one is never changed.
create table directory.go_to (
  id bigint generated always as identity primary key,
  kind text not null,
  key text not null,
  go_to uuid not null references directory.person,
  stand_in uuid references directory.person check (stand_in <> go_to),
  from_time timestamptz not null,
  until_time timestamptz,
  set_by text not null,
  foreign key (kind, key) references directory.subject
);
create unique index go_to_one on directory.go_to (kind, key) where until_time is null;
create index go_to_history on directory.go_to (kind, key, from_time desc);
create index go_to_person on directory.go_to (go_to) where until_time is null;
create index go_to_stand_in on directory.go_to (stand_in) where until_time is null;

-- Who was told. What says who it is goes when that is asked for; what was said stays.
create table answers.hearer (
  id uuid primary key,
  key text unique, -- lower case: the address, else "person …", else the name; null once forgotten
  name text not null,
  mail text not null default '', -- lower case
  phone text not null default '',
  person uuid, -- directory.person, without a foreign key: a promise outlives the directory
  mail_failure text not null default '', -- why mail to the address came back, as a sentence
  mail_failed_at timestamptz,
  forgotten_at timestamptz
);
create index hearer_mail on answers.hearer (mail) where mail <> '';

alter table answers.promise disable trigger promise_stays;
insert into answers.hearer (id, key, name)
  select gen_random_uuid(), key, name
    from (select distinct on (lower(told_to)) lower(told_to) as key, told_to as name
            from answers.promise order by lower(told_to), told_at desc) as told;
alter table answers.promise
  add column hearer uuid references answers.hearer,
  add column project text not null generated always as ( -- empty where it is about none
    case when ref ~ '^[A-Z][A-Z0-9]+(-[0-9]+)?$' then split_part(ref, '-', 1) else '' end) stored;
update answers.promise set hearer = hearer.id
  from answers.hearer where hearer.key = lower(promise.told_to);
alter table answers.promise
  alter column hearer set not null,
  drop column told_to,
  drop constraint promise_channel_check,
  add constraint promise_channel_check check (channel in
    ('PHONE', 'MAIL', 'IN_PERSON', 'CHAT', 'PORTAL', 'SUBSCRIPTION', 'API', 'PAGE', 'CALENDAR',
     'MINUTES'));
alter table answers.promise enable trigger promise_stays;
create index promise_last on answers.promise (ref, hearer, told_at desc, id);
create index promise_hearer on answers.promise (hearer, told_at desc);
create index promise_project on answers.promise (project, told_at desc, id);
create index promise_once on answers.promise (once text_pattern_ops) where once is not null;
create index promise_told_at on answers.promise (told_at desc, id desc);

-- A promise that never reached whom it was made to: the mail was lost.
create table answers.unheard (
  promise uuid primary key references answers.promise,
  found_at timestamptz not null,
  why text not null
);
create trigger unheard_stays before update or delete or truncate on answers.unheard
  for each statement execute function answers.never();

-- What people believe: what each was told last about each thing.
create view answers.belief as
  select distinct on (ref, hearer) promise.*
    from answers.promise
   where not exists (select 1 from answers.unheard where unheard.promise = promise.id)
   order by ref, hearer, told_at desc, id;

-- A belief that our forecast left, and what becomes of it: one line of a correction.
create table answers.drift (
  id uuid primary key,
  promise uuid not null references answers.promise, -- what the hearer believes
  hearer uuid not null references answers.hearer,
  ref text not null,
  project text not null,
  known_day date, -- what we would say today; null: no date may be named
  days int not null, -- working days from what they believe to what we know; 0 without a day
  state text not null
    check (state in ('DRAFTED', 'APPROVED', 'SENDING', 'SENT', 'TOLD', 'WITHDRAWN')),
  words text not null,
  edited boolean not null default false,
  forecast text, -- id of the kept forecast; null where there is none
  chance_tenths smallint,
  answer_state text not null,
  found_at timestamptz not null,
  changed_at timestamptz not null,
  held_until timestamptz, -- "not now"
  approved_at timestamptz,
  approved_by uuid, -- account
  approved_by_name text not null default '',
  letter text, -- name of the letter it goes with
  version int not null default 0
);
create unique index drift_open on answers.drift (hearer, ref)
  where state in ('DRAFTED', 'APPROVED', 'SENDING');
create index drift_open_project on answers.drift (project)
  where state in ('DRAFTED', 'APPROVED', 'SENDING');
create index drift_ready on answers.drift (hearer) where state = 'APPROVED';
create index drift_letter on answers.drift (letter) where letter is not null;
create index drift_promise on answers.drift (promise);

-- What a project wants otherwise.
create table answers.correction_rule (
  project text primary key,
  later_days int check (later_days between 1 and 250), -- null: as usual
  by_itself boolean not null, -- corrections leave without anybody's approval
  set_at timestamptz not null,
  set_by text not null
);

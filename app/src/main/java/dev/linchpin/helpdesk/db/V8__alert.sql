-- Mail to whoever is on call: a sentence; empty for what goes to callers.
alter table helpdesk.outgoing add alert text not null default '';

-- Bookings that a program sent with a key: the second one is none.
create table helpdesk.work_once (
  once text primary key,
  at timestamptz not null default now()
);

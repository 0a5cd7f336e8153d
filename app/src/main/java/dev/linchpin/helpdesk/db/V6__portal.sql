-- The addresses at which callers without an account follow what they asked for. Only the hash of
-- the secret in such an address is kept, and of where the request came from.
create table helpdesk.follow (
  secret text primary key,
  ticket bigint not null references helpdesk.ticket,
  at timestamptz not null,
  asked_from text not null
);
create index follow_asked_from on helpdesk.follow (asked_from, at);

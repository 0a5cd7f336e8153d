-- Mail to people that belongs to no ticket.
create table messaging.letter (
  id uuid primary key, -- stands in its Message-ID
  once text not null unique, -- its sender's name for it: the same name is the same letter
  recipient text not null, -- lower case; empty once it was forgotten
  subject text not null,
  text text not null,
  stop text not null default '', -- address that ends letters like it at one click
  made_at timestamptz not null,
  due_at timestamptz not null,
  tries int not null default 0,
  claimed_until timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text not null default '' -- a sentence
);
create index letter_due on messaging.letter (due_at, made_at)
  where sent_at is null and failed_at is null;
create index letter_sent on messaging.letter (sent_at) where sent_at is not null;
create index letter_recipient on messaging.letter (recipient);

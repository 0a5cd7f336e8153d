-- A mail of ours that belongs to no ticket: news for a subscriber, a correction.
create table helpdesk.letter (
  id uuid primary key,
  subject text not null,
  text text not null,
  stop text not null default '', -- address that ends such letters; empty where nothing can be ended
  once text not null unique -- the same key is the same letter
);

alter table helpdesk.outgoing
  alter ticket drop not null,
  add letter uuid unique references helpdesk.letter,
  add check ((ticket is null) <> (letter is null));

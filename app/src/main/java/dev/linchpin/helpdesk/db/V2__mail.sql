-- An address whose mail becomes tickets, and how it is read.
create table helpdesk.mailbox (
  id uuid primary key,
  name text not null,
  address text not null unique, -- lower case
  service uuid references directory.service,
  queue uuid references helpdesk.queue on delete set null,
  reads boolean not null default false, -- fetched by IMAP
  host text not null default '',
  port int not null default 993,
  security text not null default 'TLS' check (security in ('TLS', 'STARTTLS', 'NONE')),
  login text not null default '',
  password bytea, -- sealed
  folder text not null default 'INBOX',
  whole boolean not null default false, -- whether mail from before is read, too
  version int not null default 0,
  -- How far it was read, and what happened last.
  uid_validity bigint,
  last_uid bigint,
  read_at timestamptz,
  failed_at timestamptz,
  failure text not null default '',
  reader text, -- the node that reads it
  reader_until timestamptz
);

-- Every mail that came, with what became of it.
create table helpdesk.mail (
  id uuid primary key,
  mailbox uuid references helpdesk.mailbox on delete set null,
  delivery text not null, -- which delivery: mailbox, UIDVALIDITY and UID
  arrived timestamptz not null,
  fingerprint text not null,
  message_id text not null,
  refs text[] not null default '{}', -- the mails it answers
  sender text not null, -- address, lower case; empty when it names none
  sender_name text not null default '',
  verified boolean not null default false,
  subject text not null,
  became text not null check (became in ('TICKET', 'SAID', 'BOUNCE', 'IGNORED', 'DUPLICATE',
                                         'WAITING', 'QUARANTINED', 'THROWN_AWAY')),
  reason text not null default '', -- a sentence
  ticket bigint references helpdesk.ticket,
  message uuid references helpdesk.message,
  folded text not null default '', -- quotes and signature
  left_out text[] not null default '{}', -- what was beyond the limits, in sentences
  raw bytea, -- as it came; null for a duplicate, and once it was thrown away
  unique (delivery)
);
create index mail_fingerprint on helpdesk.mail (fingerprint) where became <> 'DUPLICATE';
create index mail_message_id on helpdesk.mail (message_id) where message_id <> '';
create index mail_refs on helpdesk.mail using gin (refs);
create index mail_sender on helpdesk.mail (sender, arrived desc) where sender <> '';
create index mail_ticket on helpdesk.mail (ticket, arrived) where ticket is not null;
create index mail_message on helpdesk.mail (message) where message is not null;
create index mail_aside on helpdesk.mail (arrived desc, id)
  where became in ('WAITING', 'QUARANTINED', 'IGNORED');
create index ticket_caller_email on helpdesk.ticket (lower(caller_email)) where caller_email <> '';

-- Mail that goes out: an answer, or the acknowledgement of a new ticket.
create table helpdesk.outgoing (
  id uuid primary key,
  ticket bigint not null references helpdesk.ticket,
  message uuid unique references helpdesk.message, -- null for what is automatic
  recipient text not null, -- lower case
  message_id text not null unique,
  answers text not null default '', -- Message-ID of the mail it answers
  token text not null, -- of the reply address
  made_at timestamptz not null,
  due_at timestamptz not null,
  tries int not null default 0,
  claimed_until timestamptz,
  sent_at timestamptz,
  failed_at timestamptz,
  failure text not null default '' -- a sentence
);
create index outgoing_due on helpdesk.outgoing (due_at) where sent_at is null and failed_at is null;
create index outgoing_sent on helpdesk.outgoing (sent_at) where sent_at is not null;
create index outgoing_ticket on helpdesk.outgoing (ticket);
create index outgoing_token on helpdesk.outgoing (token);
create index outgoing_automatic on helpdesk.outgoing (recipient, made_at) where message is null;

-- Addresses that mail came back from.
create table helpdesk.bounced_address (
  address text primary key, -- lower case
  at timestamptz not null,
  why text not null
);

-- Whether whoever gets the alert is on call.
alter table helpdesk.outgoing add on_call boolean not null default false;

-- What the first of them booked.
alter table helpdesk.work_once add work uuid not null default gen_random_uuid();

-- What gets a token for a mail server that takes no password, sealed.
alter table helpdesk.mailbox add token_grant bytea;

-- The newest tokens, sealed; the key says of which grant and nothing of it.
create table helpdesk.mail_token (
  grant_key text primary key,
  token bytea not null,
  ends timestamptz not null,
  refresh bytea not null
);

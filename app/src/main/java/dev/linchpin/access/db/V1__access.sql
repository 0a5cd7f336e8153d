-- Spring Session's tables, as its documentation asks for.
create table access.spring_session (
  primary_id char(36) not null,
  session_id char(36) not null,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100),
  constraint spring_session_pk primary key (primary_id)
);
create unique index spring_session_ix1 on access.spring_session (session_id);
create index spring_session_ix2 on access.spring_session (expiry_time);
create index spring_session_ix3 on access.spring_session (principal_name);

create table access.spring_session_attributes (
  session_primary_id char(36) not null,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name),
  constraint spring_session_attributes_fk foreign key (session_primary_id)
    references access.spring_session (primary_id) on delete cascade
);

create table access.account (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique, -- lower case
  password_hash text, -- Argon2id; null until the invitation is used
  roles text[] not null check (cardinality(roles) > 0),
  enabled boolean not null default true,
  person uuid, -- directory.person, without a foreign key: access knows no directory
  made_at timestamptz not null
);

-- What opens a door once: only the SHA-256 of the secret is kept.
create table access.setup_token (
  hash text primary key,
  ends_at timestamptz not null
);

create table access.invitation (
  hash text primary key,
  account uuid not null references access.account on delete cascade,
  ends_at timestamptz not null
);

create table access.api_token (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  prefix text not null, -- so that a person can tell them apart
  hash text not null unique,
  roles text[] not null check (cardinality(roles) > 0),
  owner uuid references access.account on delete cascade, -- null: made on the command line
  made_at timestamptz not null,
  ends_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index api_token_owner on access.api_token (owner);

-- Wrong credentials, by account and address, and by address alone.
create table access.brake (
  key text primary key,
  failures int not null,
  last_failure_at timestamptz not null,
  closed_until timestamptz not null
);
create index brake_last_failure_at on access.brake (last_failure_at);

create table platform.setting (
  key text primary key,
  value text not null
);

create table platform.audit (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  who text not null,
  what text not null,
  ref text not null,
  detail text not null
);
create index audit_at on platform.audit (at desc);
create index audit_ref on platform.audit (ref, at desc);

-- db-scheduler's table, as its documentation asks for.
create table platform.job (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index job_execution_time on platform.job (execution_time);
create index job_last_heartbeat on platform.job (last_heartbeat);
create index job_priority on platform.job (priority desc, execution_time asc);

-- The audit trail is only ever added to.
create function platform.audit_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is only ever added to.';
end
$$;
create trigger audit_append_only before update or delete or truncate on platform.audit
  for each statement execute function platform.audit_is_append_only();

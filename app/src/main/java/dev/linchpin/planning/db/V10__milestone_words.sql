-- A milestone is asked for by the words of its project and its own, together: kept in one text, so
-- that an index finds both.
alter table planning.task add column asked_as text; -- of milestones

create function planning.milestone_asked_as() returns trigger language plpgsql as $$
begin
  new.asked_as := (select name from planning.project where key = new.project) || ' ' || new.name;
  return new;
end $$;
create trigger task_asked_as before insert or update of name, kind, project on planning.task
  for each row when (new.kind = 'MILESTONE') execute function planning.milestone_asked_as();

create function planning.milestones_asked_as() returns trigger language plpgsql as $$
begin
  update planning.task set asked_as = new.name || ' ' || name
   where project = new.key and kind = 'MILESTONE';
  return null;
end $$;
create trigger project_asked_as after update of name on planning.project
  for each row when (old.name <> new.name) execute function planning.milestones_asked_as();

update planning.task set asked_as = project.name || ' ' || task.name
  from planning.project where project.key = task.project and task.kind = 'MILESTONE';

drop index planning.task_milestone_name;
create index task_asked_as on planning.task using gin (asked_as public.gin_trgm_ops)
  where kind = 'MILESTONE';

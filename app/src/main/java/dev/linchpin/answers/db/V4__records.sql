-- What the track record counts stands beside each outcome: counted for every card, it must not need
-- the promises.
alter table answers.outcome
  add column kind text, -- of what it was about
  add column day date, -- by which it was to be done
  add column horizon smallint; -- null where less than 8 in 10 was told: it says nothing
alter table answers.outcome disable trigger outcome_stays;
update answers.outcome
   set kind = case when ref like 'T-%' then 'TICKET'
                   when ref like 'S-%' then 'SERVICE'
                   when ref like 'P-%' then 'PERSON'
                   when ref like '%-%' then 'MILESTONE'
                   else 'PROJECT' end,
       day = promise.by_day,
       horizon = case when coalesce(chance_tenths, 8) >= 8
                      then width_bucket(promise.by_day - (told_at at time zone zone)::date,
                                        array[15, 57, 184]) end
  from answers.promise where promise.id = outcome.promise;
alter table answers.outcome enable trigger outcome_stays;
alter table answers.outcome
  alter column kind set not null,
  alter column day set not null;
create index outcome_record on answers.outcome (kind, horizon, day desc) include (kept)
  where horizon is not null;

-- Was a belief heard by a feed?
create index heard_promise on answers.heard (promise) where promise is not null;

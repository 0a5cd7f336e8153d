-- The shares of each kind and horizon, beside those of all.
alter table planning.recalibration add column parts jsonb not null default '[]';

-- What a project did cost from a forecast on, and how good the forecast was. Written once.
create table planning.cost_mark (
  forecast uuid not null references planning.forecast,
  ref text not null,
  ended_on date not null,
  cost bigint not null, -- hundredths of the currency
  pit double precision not null,
  error double precision not null, -- distance of the likely cost from it, in its own size
  held50 boolean not null,
  held80 boolean not null,
  held95 boolean not null,
  marked_at timestamptz not null,
  primary key (ref, forecast)
);
create index cost_mark_forecast on planning.cost_mark (forecast);

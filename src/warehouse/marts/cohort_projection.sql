-- What the model of second orders has said of start periods, empty until it was asked: the cells to come, and
-- the whole grid with them.
-- Grain: one row per start period and age, counted in periods. Rates are 0..1.
create or replace table cohort_likely (
  grain varchar,
  clock varchar,
  cohort date,
  age integer,
  likely_customers double,
  likely_low double,
  likely_high double,
  is_tested boolean
);
create or replace table cohort_projection (
  cohort varchar,
  age integer,
  cohort_size integer,
  customers integer,
  retention_rate double,
  low double,
  high double,
  is_complete boolean,
  closes_on date,
  is_left_cut boolean,
  is_likely boolean,
  likely_customers double,
  likely_rate double,
  likely_low double,
  likely_high double,
  is_tested boolean
);

comment on table cohort_likely is
  'Cells that are not complete as the model expects them; empty until it was asked, or where it is hidden';
comment on column cohort_likely.grain is 'Length of the periods that was asked for';
comment on column cohort_likely.clock is 'calendar or rolling, as it was asked for';
comment on column cohort_likely.cohort is 'First day of the start period';
comment on column cohort_likely.age is 'Periods since the first order';
comment on column cohort_likely.likely_customers is
  'Customers of the start period who are likely to have ordered again by the end of that age';
comment on column cohort_likely.likely_low is 'In one case of ten they are fewer than so';
comment on column cohort_likely.likely_high is 'In one case of ten they are more than so';
comment on column cohort_likely.is_tested is 'No further ahead than the test on the past looked';
comment on table cohort_projection is
  'The last answer of the analysis cohort-projection; empty until it was asked';
comment on column cohort_projection.cohort is 'First day of the start period';
comment on column cohort_projection.age is 'Periods since the first order';
comment on column cohort_projection.cohort_size is 'Customers who started';
comment on column cohort_projection.customers is
  'Of these, customers who have ordered a second time by the end of that age; null where it has not begun';
comment on column cohort_projection.retention_rate is 'customers ÷ cohort_size';
comment on column cohort_projection.low is 'Lower end of the Wilson 95% interval';
comment on column cohort_projection.high is 'Upper end of the Wilson 95% interval';
comment on column cohort_projection.is_complete is 'Over for the last possible joiner';
comment on column cohort_projection.closes_on is
  'Day on which the cell is complete; null where it has not begun';
comment on column cohort_projection.is_left_cut is 'May hold customers from before the file began';
comment on column cohort_projection.is_likely is 'Has not begun: what is said of it is likely, not counted';
comment on column cohort_projection.likely_customers is
  'Customers likely to have ordered a second time by the end of that age';
comment on column cohort_projection.likely_rate is 'likely_customers ÷ cohort_size';
comment on column cohort_projection.likely_low is 'In one case of ten the share is smaller than so';
comment on column cohort_projection.likely_high is 'In one case of ten the share is larger than so';
comment on column cohort_projection.is_tested is
  'No further ahead than the test on the past looked; null where nothing is likely';

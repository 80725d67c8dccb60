-- The lines that were asked for so far, so that the questions of one page do not draw the same line again and
-- again; `lapse_points` looks here first.
-- Grain: one row per rule, day and kind of customer. Units: days; shares 0..1.
create or replace table lapse_lines (
  rule varchar,
  own_days integer,
  seen_on date,
  of_type varchar,
  at_risk_under double,
  lapsed_under double,
  found_by varchar,
  reason varchar,
  at_risk_days integer,
  lapse_days integer,
  p40_days integer,
  p80_days integer,
  horizon_days integer,
  customers integer,
  known_days integer,
  known_rate double,
  known_customers integer,
  checked_on date,
  checked_days integer,
  called_gone integer,
  came_back integer
);

comment on table lapse_lines is
  'After how many days of silence a customer is gone, as asked so far, with the check of each line';
comment on column lapse_lines.rule is 'lapse, percentile or days';
comment on column lapse_lines.own_days is 'The days that were asked for; null by another rule';
comment on column lapse_lines.seen_on is 'The day up to which orders are known';
comment on column lapse_lines.of_type is 'The type of customer that counts; null for all';
comment on column lapse_lines.at_risk_under is
  'At risk where the chance of another order is under this share of that on day 0; null by another rule';
comment on column lapse_lines.lapsed_under is 'Lapsed where it is under this share; null by another rule';
comment on column lapse_lines.found_by is 'curve, percentile, days or none';
comment on column lapse_lines.reason is 'Why there is no line, or why the waits draw it and not the curve';
comment on column lapse_lines.at_risk_days is
  'The last day of silence on which a customer is not yet at risk';
comment on column lapse_lines.lapse_days is
  'The last day of silence on which a customer is not yet lapsed; null without a line';
comment on column lapse_lines.p40_days is 'Days by which 40% of all waits have ended';
comment on column lapse_lines.p80_days is 'Days by which 80% of all waits have ended';
comment on column lapse_lines.horizon_days is 'How long an order is waited for';
comment on column lapse_lines.customers is 'Customers with a silence that was watched for the whole horizon';
comment on column lapse_lines.known_days is 'The longest silence that 30 customers are known of';
comment on column lapse_lines.known_rate is
  'Share of them with an order within the horizon, each customer weighing one';
comment on column lapse_lines.known_customers is 'How many they are';
comment on column lapse_lines.checked_on is 'The day of the check: a horizon before seen_on';
comment on column lapse_lines.checked_days is 'The line as drawn on that day';
comment on column lapse_lines.called_gone is 'Customers who were silent for longer than that on that day';
comment on column lapse_lines.came_back is 'Those of them who ordered between that day and seen_on';

-- What holds for the whole project: its span, its last complete day and the left cut.
-- Grain: one row.
create or replace table project as
with params as (
  select
    $as_of::date as as_of,
    $history::varchar as history,
    $currency::varchar as currency,
    $money_scale::integer as money_scale,
    $has_customers::boolean as has_customers
),
span as (
  select min(ordered_on) as starts_on, max(ordered_on) as ends_on
  from orders
  where is_valid
),
kinds as (
  select
    count(*) as customers,
    count(*) filter (customer_type = 'dealer') as dealers,
    count(*) filter (customer_type = 'staff') as staff
  from customers
),
gaps as (
  select quantile_cont(next_ordered_on - ordered_on, 0.9) as p90_days
  from orders
  where next_ordered_on > ordered_on
)
select
  span.starts_on,
  span.ends_on,
  coalesce(params.as_of, span.ends_on) as as_of,
  null::date as orders_from,
  params.history,
  cast(least(
    greatest(coalesce(ceil(gaps.p90_days), 60), 60),
    floor((coalesce(params.as_of, span.ends_on) - span.starts_on + 1) / 4)
  ) as integer) as left_cut_days,
  params.currency,
  params.money_scale,
  params.has_customers,
  if(kinds.staff > 0 or (kinds.dealers > 0 and kinds.dealers >= 0.01 * kinds.customers), 'final', null) as customer_type
from span cross join gaps cross join params cross join kinds;

comment on table project is 'What holds for the whole project';
comment on column project.starts_on is 'Day of the earliest valid order';
comment on column project.ends_on is 'Day of the latest valid order';
comment on column project.as_of is 'Last complete day of the data';
comment on column project.orders_from is 'Day before which no order is counted, where a question counts only some; null here';
comment on column project.history is 'complete, or unknown where early customers may be old ones';
comment on column project.left_cut_days is 'Customers first seen within so many days of starts_on may be old ones';
comment on column project.currency is 'Currency code; null where the file names none';
comment on column project.money_scale is 'Digits after the decimal mark that amounts keep';
comment on column project.has_customers is 'A column says who bought';
comment on column project.customer_type is 'Whom analyses count unless asked: final where dealers are 1% or more or staff is set apart; null for everybody';

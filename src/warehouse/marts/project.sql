-- What holds for the whole project: its span, its last complete day and the left cut.
-- Grain: one row.
create or replace table project as
with params as (
  select
    $as_of::date as as_of,
    $history::varchar as history,
    $occasion::varchar as occasion,
    $currency::varchar as currency,
    $money_scale::integer as money_scale,
    $has_customers::boolean as has_customers,
    $has_amounts::boolean as has_amounts
),
span as (
  select min(ordered_on) as starts_on, max(ordered_on) as ends_on
  from orders
  where is_valid
),
ending as (
  select
    coalesce(params.as_of, before_strays.as_of, span.ends_on) as as_of,
    case
      when params.as_of is not null then 'chosen'
      when before_strays.as_of is not null then 'hole'
      else 'last_order'
    end as as_of_by
  from params cross join day_before_strays() as before_strays cross join span
),
gaps as (
  select quantile_cont(next_ordered_on - ordered_on, 0.9) as p90_days
  from orders
  where next_ordered_on > ordered_on
),
-- Who is first seen within W days may be older than the file. The cut ends behind the last of them: a period
-- that begins later has none.
early as (
  select max(first_ordered_on - span.starts_on + 1)::integer as days
  from customers cross join span cross join ending cross join gaps
  where first_ordered_on - span.starts_on < least(
    greatest(coalesce(ceil(gaps.p90_days), 60), 60),
    floor((ending.as_of - span.starts_on + 1) / 4)
  )
),
kinds as (
  select
    count(*) as customers,
    count(*) filter (customer_type = 'dealer') as dealers,
    count(*) filter (customer_type = 'staff') as staff
  from customers
)
select
  span.starts_on,
  span.ends_on,
  ending.as_of,
  ending.as_of_by,
  null::date as orders_from,
  params.history,
  params.occasion,
  coalesce(early.days, 0) as left_cut_days,
  params.currency,
  params.money_scale,
  params.has_customers,
  params.has_amounts,
  if(
    kinds.staff > 0 or (kinds.dealers > 0 and kinds.dealers >= 0.01 * kinds.customers),
    'final',
    null
  ) as customer_type
from span cross join ending cross join early cross join params cross join kinds;

comment on table project is 'What holds for the whole project';
comment on column project.starts_on is 'Day of the earliest valid order';
comment on column project.ends_on is 'Day of the latest valid order';
comment on column project.as_of is 'Last complete day of the data';
comment on column project.as_of_by is
  'Who says so: chosen by a person, hole (before a few stray orders), last_order';
comment on column project.orders_from is
  'Day before which no order is counted, where a question counts only some; null here';
comment on column project.history is 'complete, or unknown where early customers may be old ones';
comment on column project.occasion is
  'What counts as a purchase: order, day, or usual (orders in repeat and cohort figures, else days)';
comment on column project.left_cut_days is
  'Customers first seen within so many days of starts_on may be old ones';
comment on column project.currency is 'Currency code; null where the file names none';
comment on column project.money_scale is 'Digits after the decimal mark that amounts keep';
comment on column project.has_customers is 'A column says who bought';
comment on column project.has_amounts is
  'A column says what was paid; without one every order has sales of 0, and money is not shown';
comment on column project.customer_type is
  'Whom analyses count unless asked: final where 1% or more are dealers or staff is marked; null for all';

-- Question: which figures did version 1 of the definitions give otherwise, and how do they read now?
-- Grain: one row per figure; of the cash view, the month that has moved most.
-- Units: days, customers, a share 0..1 or money; earlier_day and now_day are dates.
-- In version 1 as_of was the day of the last order; every silence weighed one, and where the curve did not
-- fall the 80th percentile of all waits was the line; the cash view held only orders that count.
with params as (
  select
    project.*,
    if(as_of_by = 'chosen', as_of, ends_on) as old_as_of,
    greatest(least(365, (old_as_of - starts_on) // 3), 1)::integer as old_horizon
  from project
),
people as (
  select customer_no
  from customers cross join params
  where coalesce(customers.customer_type = params.customer_type, true)
),
spells as (
  select
    (old_as_of - ordered_on)::integer as watched,
    if(next_ordered_on <= old_as_of, next_ordered_on - ordered_on, null)::integer as gap
  from orders join people using (customer_no) cross join params
  where ordered_on <= old_as_of and next_ordered_on is distinct from ordered_on
),
days as (
  select unnest(range(0, (select max(greatest(watched, coalesce(gap, 0))) + 1 from spells))) as day
),
reaches as (
  select
    least(watched - old_horizon, coalesce(gap, 100000) - 1) as last_day,
    if(gap is null, null, greatest(gap - old_horizon, 0)) as first_back
  from spells cross join params
  where watched >= old_horizon
),
changes as (
  select 0 as day, count(*) as spells, 0 as returned, 0 as waits, 0 as ended from reaches
  union all
  select last_day + 1, -1, if(first_back <= last_day, -1, 0), 0, 0 from reaches
  union all
  select first_back, 0, 1, 0, 0 from reaches where first_back <= last_day
  union all
  select coalesce(gap, watched), 0, 0, 1, if(gap is null, 0, 1) from spells
  union all
  select day, 0, 0, 0, 0 from days
),
by_day as (
  select
    day,
    sum(spells) as spells,
    sum(returned) as returned,
    sum(waits) as waits,
    sum(ended) as ended
  from changes
  group by day
),
waited as (
  select *, sum(waits) over (order by day desc) as still_open
  from by_day
),
curve as (
  select
    day,
    sum(spells) over so_far as silent,
    if(silent >= 30 or day = 0, sum(returned) over so_far / nullif(silent, 0), null) as rate,
    1 - product(1 - ended / nullif(still_open, 0)) over so_far as ended_share
  from waited
  window so_far as (order by day)
),
first_day as (
  select max(silent) >= 100 as is_enough, max(rate) filter (day = 0) as first_rate from curve
),
old_line as (
  select coalesce(
    if(any_value(is_enough), min(day) filter (rate < 0.2 * first_rate - 1e-12) - 1, null),
    min(day) filter (ended_share >= 0.8 - 1e-12)
  )::integer as lapse_days
  from curve cross join first_day
),
new_line as (
  select lapse_days
  from lapse_points('lapse', null, (select as_of from params), (select customer_type from params), 0.5, 0.2)
),
silences as (
  select
    max(ordered_on) filter (ordered_on <= old_as_of) as old_last_on,
    max(ordered_on) filter (ordered_on <= as_of) as last_on
  from orders join people using (customer_no) cross join params
  group by customer_no
),
gone as (
  select
    count(*) filter (old_as_of - old_last_on > old_line.lapse_days) as old_gone,
    count(*) filter (as_of - last_on > new_line.lapse_days) as new_gone
  from silences cross join params cross join old_line cross join new_line
),
buyers as (
  select
    count(*) as customers,
    count(*) filter (orders > 1) as by_orders,
    count(*) filter (days > 1) as by_days
  from (
    select customer_no, count(*) as orders, count(distinct ordered_on) as days
    from orders join people using (customer_no) cross join params
    where ordered_on <= as_of
    group by customer_no
  )
),
cash as (
  select ordered_on as day, sales as old_amount, sales as new_amount from orders where is_valid
  union all
  select refunded_on, -amount, 0 from refunds where coalesce(outside = 'anonymous', true)
  union all
  select moved_on, 0, amount from money_beside('refund_date')
),
months as (
  select
    date_trunc('month', day)::date as month,
    sum(old_amount) as old_net,
    sum(new_amount) as new_net
  from cash
  group by month
),
moved_most as (
  select *
  from months
  where old_net <> new_net
  order by abs(old_net - new_net) desc, month
  limit 1
),
figures as (
  select
    1 as place,
    'as_of' as figure,
    null::double as earlier_value,
    null::double as now_value,
    old_as_of as earlier_day,
    as_of as now_day
  from params
  union all
  select 2, 'lapse_days', old_line.lapse_days, new_line.lapse_days, null, null
  from old_line cross join new_line
  union all
  select 3, 'gone', old_gone, new_gone, null, null
  from gone
  union all
  select
    4,
    'repeat_rate',
    by_orders / nullif(customers, 0),
    if(occasion = 'day', by_days, by_orders) / nullif(customers, 0),
    null,
    null
  from buyers cross join params
  union all
  select 5, 'cash_month', old_net, new_net, month, month
  from moved_most
)
select figure, earlier_value, now_value, earlier_day, now_day
from figures
where earlier_value is distinct from now_value or earlier_day is distinct from now_day
order by place;

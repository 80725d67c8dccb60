-- Question: what do the customers who first bought in a period bring, then and since?
-- Grain: one row per cohort, segment and age that has begun, from the first day on which orders count.
-- Units: money in the currency's units; age in periods. On either clock an age is ticks apart // step.
with params as (
  select
    $grain::varchar as grain,
    $clock::varchar as clock,
    $refunds::varchar as refunds,
    $cohort_by::varchar as cohort_by,
    $segment_by::varchar as segment_by,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    project.orders_from,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on,
    by_grain($grain, 1, 7, 30, 91, 365) as length_days,
    if($clock = 'calendar', 1, length_days) as step,
    (select count(*) > 0 from order_costs) as has_costs
  from project
),
days as (
  select
    day,
    day_no,
    by_grain(grain, day_no, week_no, month_no, quarter_no, year_no) as period_no,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as starts_on,
    if(clock = 'calendar', period_no, day_no) as tick
  from calendar join params on calendar.day <= params.as_of
),
periods as (
  select
    period_no,
    starts_on,
    period_end(grain, starts_on) as ends_on
  from (select distinct period_no, starts_on from days where period_no >= 0), params
),
splits as (select customer_no, value from first_order_attributes join params on attribute = cohort_by),
segments as (
  select customer_no, value
  from first_order_attributes join params on attribute = segment_by
),
joiners as (
  select
    customers.customer_no,
    days.period_no,
    days.tick,
    if(cohort_by is null, null, coalesce(splits.value, 'unknown')) as split,
    if(segment_by is null, null, coalesce(segments.value, 'unknown')) as segment
  from customers
  left join splits using (customer_no)
  left join segments using (customer_no)
  cross join params
  join days on days.day = customers.first_ordered_on
  where coalesce(customer_type = of_type, true)
    and coalesce(days.day >= from_on, true)
    and coalesce(days.day <= to_on, true)
),
sizes as (select period_no, split, segment, count(*) as cohort_size from joiners group by all),
flows as (
  select customer_no, ordered_on as flowed_on, 1 as orders, sales as net, sales as of_orders, cost
  from orders left join order_costs on order_no = first_row_no
  where is_valid
  union all
  select customer_no, moved_on, 0, amount, of_orders, 0
  from money_beside((select refunds from params))
  where customer_no is not null
),
sums as (
  select
    joiners.period_no,
    split,
    segment,
    sum(flows.orders) as orders,
    sum(flows.net) as net,
    sum(flows.of_orders) as of_orders,
    (flowed.tick - joiners.tick) // step as age,
    coalesce(sum(flows.cost), 0) as cost,
    count(*) - count(flows.cost) as unknown
  from flows cross join params
  join joiners using (customer_no)
  join days as flowed on flowed.day = flows.flowed_on
  where flowed.tick - joiners.tick >= 0
  group by all
),
begun as (
  select
    periods.*,
    unnest(range(1 + if(clock = 'calendar', last_no - period_no, (as_of - starts_on) // length_days))) as age
  from periods
  semi join sizes using (period_no)
  cross join params
  cross join (select max(period_no) as last_no from periods)
),
grid as (
  select
    cohorts.period_no,
    cohorts.starts_on,
    cohorts.age,
    if(
      clock = 'calendar',
      closing.ends_on,
      cohorts.ends_on + ((cohorts.age + 1) * length_days)::integer
    ) as closes_on,
    if(
      clock = 'calendar',
      closing.starts_on,
      cohorts.starts_on + (cohorts.age * length_days)::integer
    ) as opens_on,
    coalesce(cohorts.starts_on < known_on, false) as is_left_cut
  from begun as cohorts cross join params
  left join periods as closing on closing.period_no = cohorts.period_no + cohorts.age
  where if(
    clock = 'calendar',
    closing.period_no is not null,
    cohorts.starts_on + (cohorts.age * length_days)::integer <= as_of
  )
),
cells as (
  select
    grid.*,
    sizes.split,
    sizes.segment,
    sizes.cohort_size,
    coalesce(sums.orders, 0) as orders,
    coalesce(sums.net, 0) as net,
    coalesce(sums.of_orders, 0) as of_orders,
    coalesce(sum(sums.net) over until_then, 0) as cumulative_net,
    coalesce(sum(sums.orders) over until_then, 0) as cumulative_orders,
    if(has_costs and coalesce(unknown, 0) = 0, coalesce(sums.net - cost, 0), null) as margin,
    if(
      has_costs and coalesce(sum(unknown) over until_then, 0) = 0,
      coalesce(sum(sums.net - cost) over until_then, 0),
      null
    ) as cumulative_margin
  from sizes cross join params
  join grid using (period_no)
  left join sums on sums.period_no = grid.period_no
    and sums.age = grid.age
    and sums.split is not distinct from sizes.split
    and sums.segment is not distinct from sizes.segment
  window until_then as (partition by grid.period_no, sizes.split, sizes.segment order by grid.age)
),
pooled as (
  select
    if(cohort_by is null, strftime(starts_on, '%Y-%m-%d'), split) as cohort,
    age,
    segment,
    sum(cohort_size)::integer as cohort_size,
    sum(orders)::integer as orders,
    sum(net) as net,
    sum(of_orders) as of_orders,
    sum(cumulative_net) as cumulative_net,
    sum(cumulative_orders) as cumulative_orders,
    if(count(margin) = count(*), sum(margin), null) as margin,
    if(count(cumulative_margin) = count(*), sum(cumulative_margin), null) as cumulative_margin,
    bool_and(closes_on <= as_of) as is_complete,
    max(closes_on) as closes_on,
    bool_or(is_left_cut) as is_left_cut
  from cells cross join params
  where (cohort_by is null or (closes_on <= as_of and not is_left_cut))
    and coalesce(opens_on >= orders_from, true)
  group by all
)
select
  cohort,
  age::integer as age,
  cohort_size,
  orders,
  orders / cohort_size as orders_per_customer,
  cumulative_orders / cohort_size as cumulative_orders_per_customer,
  net::double as net,
  net / cohort_size as net_per_customer,
  cumulative_net / cohort_size as cumulative_net_per_customer,
  margin::double as margin,
  margin / cohort_size as margin_per_customer,
  cumulative_margin / cohort_size as cumulative_margin_per_customer,
  if(orders > 0, of_orders / orders, null) as aov,
  is_complete,
  segment,
  closes_on,
  is_left_cut
from pooled
order by cohort, segment, age;

-- Question: of the customers who first bought in a period, how many came back, and when?
-- Grain: one row per cohort, segment and age that has begun, from the first day on which orders count.
-- Units: retention_rate, low, high 0..1; age in periods. On either clock an age is ticks apart // step.
with params as (
  select
    $grain::varchar as grain,
    $clock::varchar as clock,
    $mode::varchar as mode,
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
    $mode = 'in_period' as is_in_period,
    $mode = 'by_then' as is_by_then
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
touches as (
  select
    joiners.period_no,
    split,
    segment,
    following.day is null as is_last,
    (bought.tick - joiners.tick) // step as age,
    (following.tick - joiners.tick) // step as next_age
  from orders cross join params
  join joiners using (customer_no)
  join days as bought on bought.day = orders.ordered_on
  left join days as following on following.day = orders.next_ordered_on
),
marks as (
  select period_no, split, segment, age, count(*) as customers
  from touches cross join params
  where not is_by_then and if(is_in_period, next_age is distinct from age, is_last)
  group by all
  union all
  select joiners.period_no, split, segment, (bought.tick - joiners.tick) // step, count(*)
  from second_purchases(counts_days()) as seconds cross join params
  join joiners using (customer_no)
  join days as bought on bought.day = seconds.ordered_on
  where is_by_then
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
    coalesce(if(is_in_period, marks.customers, sum(marks.customers) over reached), 0) as customers
  from sizes cross join params
  join grid using (period_no)
  left join marks on marks.period_no = grid.period_no
    and marks.age = grid.age
    and marks.split is not distinct from sizes.split
    and marks.segment is not distinct from sizes.segment
  window reached as (
    partition by grid.period_no, sizes.split, sizes.segment
    order by if(is_by_then, grid.age, -grid.age)
  )
),
pooled as (
  select
    if(cohort_by is null, strftime(starts_on, '%Y-%m-%d'), split) as cohort,
    age,
    segment,
    sum(cohort_size)::integer as cohort_size,
    sum(customers)::integer as customers,
    bool_and(closes_on <= as_of) as is_complete,
    max(closes_on) as closes_on,
    bool_or(is_left_cut) as is_left_cut
  from cells cross join params
  where (cohort_by is null or (closes_on <= as_of and not is_left_cut))
    and coalesce(opens_on >= orders_from, true)
  group by all
),
rates as (select *, customers / cohort_size as rate, 3.841458820694124 / cohort_size as z2n from pooled)
select
  cohort,
  age::integer as age,
  cohort_size,
  customers,
  rate as retention_rate,
  greatest((rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 0) as low,
  least((rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 1) as high,
  is_complete,
  segment,
  closes_on,
  is_left_cut
from rates
order by cohort, segment, age;

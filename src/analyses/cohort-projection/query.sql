-- Question: of the customers who first bought in a period, how many have ordered a second time by each age,
-- and how many are likely to?
-- Grain: one row per start period and age that has begun, and one per later age that the fit covers
-- (is_likely).
-- Units: rates 0..1; age in periods.
-- The fit reads the counted cells and fills cohort_likely. Once an age is over for everybody, the count of
-- second orders by its end never changes, so the share still waiting is a curve that never rises.
with params as (
  select
    $grain::varchar as grain,
    $clock::varchar as clock,
    $ahead::integer as ahead,
    $model::varchar as model,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    project.orders_from,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on,
    by_grain($grain, 1, 7, 30, 91, 365) as length_days,
    if($clock = 'calendar', 1, length_days) as step
  from project
),
days as (
  select
    day,
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
joiners as (
  select customers.customer_no, days.period_no, days.tick
  from customers cross join params join days on days.day = customers.first_ordered_on
  where coalesce(customer_type = of_type, true)
    and coalesce(days.day >= from_on, true)
    and coalesce(days.day <= to_on, true)
),
sizes as (select period_no, count(*) as cohort_size from joiners group by period_no),
seconds as (
  select joiners.period_no, (bought.tick - joiners.tick) // step as age, count(*) as customers
  from second_purchases(counts_days()) as seconds cross join params
  join joiners using (customer_no)
  join days as bought on bought.day = seconds.ordered_on
  group by all
),
-- Only ages of cohorts with customers: what nobody began is not walked over.
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
counted as (
  select
    grid.*,
    cohort_size,
    sum(coalesce(seconds.customers, 0)) over (partition by grid.period_no order by grid.age) as customers
  from sizes
  join grid using (period_no)
  left join seconds on seconds.period_no = grid.period_no and seconds.age = grid.age
),
cells as (
  select
    counted.starts_on,
    counted.age,
    cohort_size,
    customers,
    closes_on <= as_of as is_complete,
    closes_on,
    is_left_cut,
    false as is_likely
  from counted cross join params
  where coalesce(opens_on >= orders_from, true)
),
likely as (select cohort_likely.* from cohort_likely join params using (grain, clock)),
started as (
  select
    starts_on,
    any_value(cohort_size) as cohort_size,
    any_value(is_left_cut) as is_left_cut,
    max(age) as last_age
  from cells
  group by starts_on
),
ahead as (
  select
    starts_on,
    likely.age,
    cohort_size,
    null as customers,
    false as is_complete,
    null as closes_on,
    is_left_cut,
    true as is_likely
  from likely join started on started.starts_on = likely.cohort and likely.age > started.last_age
),
rows_of as (select * from cells union all by name select * from ahead),
rates as (select *, customers / cohort_size as rate, 3.841458820694124 / cohort_size as z2n from rows_of)
select
  strftime(starts_on, '%Y-%m-%d') as cohort,
  rates.age::integer as age,
  cohort_size::integer as cohort_size,
  customers::integer as customers,
  rate as retention_rate,
  greatest((rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 0) as low,
  least((rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 1) as high,
  is_complete,
  closes_on,
  is_left_cut,
  is_likely,
  likely_customers,
  likely_customers / cohort_size as likely_rate,
  likely_low / cohort_size as likely_low,
  likely_high / cohort_size as likely_high,
  is_tested
from rates left join likely on likely.cohort = rates.starts_on and likely.age = rates.age
order by cohort, age;

-- Question: who is behind one cell of the cohorts, did they come back as the cell counts it, and where do
-- they stand today?
-- Grain: one row per customer of the cell's row, those who came back first. Money in the currency's units.
with params as (
  select
    $cohort::varchar as cohort,
    $age::integer as age,
    $segment::varchar as segment,
    $grain::varchar as grain,
    $clock::varchar as clock,
    $mode::varchar as mode,
    $cohort_by::varchar as cohort_by,
    $segment_by::varchar as segment_by,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on,
    by_grain($grain, 1, 7, 30, 91, 365) as length_days,
    by_grain(
      $grain, interval 1 day, interval 7 day, interval 1 month, interval 3 month, interval 1 year
    ) as unit
  from project
),
points as (
  select at_risk_days, lapse_days
  from lapse_points('lapse', null, (select as_of from params), (select of_type from params), 0.5, 0.2)
),
days as (
  select
    day,
    by_grain(grain, day_no, week_no, month_no, quarter_no, year_no) as period_no,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as starts_on
  from calendar join params on calendar.day <= params.as_of
),
splits as (select customer_id, value from first_order_attributes join params on attribute = cohort_by),
segments as (
  select customer_id, value
  from first_order_attributes join params on attribute = segment_by and segment is not null
),
starters as (
  select customers.*, days.starts_on, days.period_no, splits.value as split, segments.value as part
  from customers
  join days on days.day = first_ordered_on
  left join splits using (customer_id)
  left join segments using (customer_id)
),
members as (
  select
    starters.*,
    if(
      clock = 'calendar',
      starts_on + unit * (age + 1) - interval 1 day,
      starts_on + unit - interval 1 day + (age + 1) * length_days * interval 1 day
    )::date as closes_on
  from starters cross join params
  where if(cohort_by is null, starts_on = try_cast(cohort as date), coalesce(split, 'unknown') = cohort)
    and (segment is null or coalesce(part, 'unknown') = segment)
    and coalesce(starters.customer_type = of_type, true)
    and coalesce(first_ordered_on >= from_on, true)
    and coalesce(first_ordered_on <= to_on, true)
),
-- A row of a split pools the start periods that are complete at this age; one of a start period is shown as
-- it is.
counted as (
  select members.*
  from members cross join params
  where cohort_by is null or (closes_on <= as_of and coalesce(starts_on >= known_on, true))
),
bought as (
  select
    orders.customer_no,
    seconds.first_row_no is not null as is_second,
    orders.ordered_on,
    orders.sales,
    if(
      clock = 'calendar',
      days.period_no - counted.period_no,
      (orders.ordered_on - counted.first_ordered_on) // length_days
    ) as order_age
  from orders
  join counted using (customer_no)
  join days on days.day = orders.ordered_on
  cross join params
  left join second_purchases(counts_days()) as seconds on seconds.first_row_no = orders.first_row_no
),
behaved as (
  select
    customer_no,
    count(*) filter (order_age = age) as orders_in_period,
    sum(sales) filter (order_age = age) as sales_in_period,
    max(ordered_on) as last_ordered_on,
    case any_value(mode)
      when 'in_period' then count(*) filter (order_age = age) > 0
      when 'by_then' then coalesce(bool_or(is_second and order_age <= age), false)
      else max(order_age) >= any_value(age)
    end as came_back
  from bought cross join params
  group by customer_no
),
-- Refunds of these orders, and those of no known order on their own day.
given_back as (
  select customer_no, sum(amount) as amount
  from money_beside('original_order')
  join (
    select customer_no, first_ordered_on as first_on, period_no from counted
  ) as starters using (customer_no)
  join days on days.day = moved_on
  cross join params
  where if(
    clock = 'calendar',
    days.period_no - starters.period_no = age,
    moved_on >= first_on and (moved_on - first_on) // length_days = age
  )
  group by customer_no
)
select
  counted.customer_id,
  contacts.customer_name,
  behaved.came_back,
  standing(
    params.as_of - behaved.last_ordered_on,
    counted.first_ordered_on = behaved.last_ordered_on,
    at_risk_days,
    lapse_days
  ) as status,
  behaved.orders_in_period,
  sales_in_period + coalesce(given_back.amount, 0) as net_in_period,
  counted.first_ordered_on,
  behaved.last_ordered_on,
  counted.orders,
  counted.net,
  contacts.email,
  contacts.phone,
  contacts.has_consent
from counted
join behaved using (customer_no)
cross join params
cross join points
left join given_back using (customer_no)
left join contacts using (customer_id)
order by came_back desc, counted.net desc, counted.customer_id;

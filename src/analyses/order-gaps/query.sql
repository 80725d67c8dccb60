-- Question: how long until the next order?
-- Grain: one row per order number, 1 = from the first order to the second; 0 = all of them together.
-- Units: days between days of purchase; shares 0..1.
-- Orders of one day count once unless count_by, or else the project's occasion, is 'order'. The Kaplan–Meier
-- curve keeps customers who may still come back.
with params as (
  select
    if($count_by::varchar = 'project', project.occasion <> 'order', $count_by = 'day') as is_by_day,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
occasions as (
  select
    customer_no,
    ordered_on,
    if(next_ordered_on <= as_of, next_ordered_on, null) as next_on,
    as_of,
    row_number() over (partition by customer_no order by orders.order_number) as number
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
    and (not is_by_day or next_ordered_on is distinct from ordered_on)
    and coalesce(first_ordered_on >= known_on, true)
    and coalesce(first_ordered_on >= from_on, true)
    and coalesce(first_ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
spells as (
  select
    number,
    (coalesce(next_on, as_of) - ordered_on)::integer as days,
    next_on is not null as is_back,
    count(*) as spells
  from occasions
  group by all
),
counted as (
  select unnest([0, number]) as order_number, days, spells, if(is_back, spells, 0) as back
  from spells
),
by_day as (
  select order_number, days, sum(spells)::bigint as spells, sum(back)::bigint as back
  from counted
  group by all
),
at_risk as (
  select
    *,
    sum(spells) over (partition by order_number order by days desc) as at_risk,
    sum(back) over (partition by order_number) as back_in_all
  from by_day
),
curve as (
  select
    *,
    sum(back) over earlier as back_so_far,
    1 - product(1 - back / at_risk) over earlier as came_back,
    sum(if(at_risk > back, back / (at_risk * (at_risk - back)), null)) over earlier as greenwood
  from at_risk
  window earlier as (partition by order_number order by days)
),
medians as (
  select
    order_number,
    max(back_in_all) as back,
    max(days) as longest,
    max(came_back) as came_back_in_all,
    min(days) filter (came_back >= 0.25 - 1e-12) as km_p25,
    min(days) filter (came_back >= 0.5 - 1e-12) as km_median,
    min(days) filter (came_back >= 0.75 - 1e-12) as km_p75,
    min(days) filter (back_so_far >= floor((back_in_all - 1) / 2) + 1) as low_middle,
    min(days) filter (back_so_far >= ceil((back_in_all - 1) / 2) + 1) as high_middle,
    sum(days * back) / max(back_in_all) as raw_mean,
    sum(spells) as customers
  from curve
  group by order_number
),
most as (
  select
    order_number,
    min(days) as most_from,
    min(days) filter (curve.came_back >= 0.8 * came_back_in_all - 1e-12) as most_by
  from curve join medians using (order_number)
  where curve.came_back >= 0.2 * came_back_in_all - 1e-12 and came_back_in_all > 0
  group by order_number
),
marks as (
  select
    medians.order_number,
    mark,
    if(mark <= longest, coalesce(max(came_back), 0), null) as came_back,
    max(greenwood) as greenwood
  from medians cross join (select unnest([7, 14, 30, 60, 90, 120, 180, 270, 365]) as mark)
  left join curve on curve.order_number = medians.order_number and curve.days <= mark
  group by medians.order_number, mark, longest
),
curves as (
  select
    order_number,
    max(came_back) filter (mark = 7) as back_7,
    max(came_back) filter (mark = 14) as back_14,
    max(came_back) filter (mark = 30) as back_30,
    max(came_back) filter (mark = 60) as back_60,
    max(came_back) filter (mark = 90) as back_90,
    max(came_back) filter (mark = 120) as back_120,
    max(came_back) filter (mark = 180) as back_180,
    max(came_back) filter (mark = 270) as back_270,
    max(came_back) filter (mark = 365) as back_365,
    max(low) filter (mark = 7) as low_7,
    max(high) filter (mark = 7) as high_7,
    max(low) filter (mark = 14) as low_14,
    max(high) filter (mark = 14) as high_14,
    max(low) filter (mark = 30) as low_30,
    max(high) filter (mark = 30) as high_30,
    max(low) filter (mark = 60) as low_60,
    max(high) filter (mark = 60) as high_60,
    max(low) filter (mark = 90) as low_90,
    max(high) filter (mark = 90) as high_90,
    max(low) filter (mark = 120) as low_120,
    max(high) filter (mark = 120) as high_120,
    max(low) filter (mark = 180) as low_180,
    max(high) filter (mark = 180) as high_180,
    max(low) filter (mark = 270) as low_270,
    max(high) filter (mark = 270) as high_270,
    max(low) filter (mark = 365) as low_365,
    max(high) filter (mark = 365) as high_365
  from (
    select
      *,
      if(
        came_back > 0 and came_back < 1 - 1e-12,
        1.959963984540054 * sqrt(greenwood) / ln(1 - came_back),
        null
      ) as theta,
      1 - (1 - came_back) ** exp(theta) as low,
      1 - (1 - came_back) ** exp(-theta) as high
    from marks
  )
  group by order_number
)
select
  order_number::integer as order_number,
  customers::integer as customers,
  back::integer as returned,
  km_median as km_median_days,
  if(back > 0, (low_middle + high_middle) / 2, null) as raw_median_days,
  if(back > 0, raw_mean, null) as raw_mean_days,
  km_p25 as km_p25_days,
  km_p75 as km_p75_days,
  most_from as most_from_days,
  most_by as most_by_days,
  longest as longest_days,
  back_7, back_14, back_30, back_60, back_90, back_120, back_180, back_270, back_365,
  low_7, high_7, low_14, high_14, low_30, high_30, low_60, high_60, low_90, high_90,
  low_120, high_120, low_180, high_180, low_270, high_270, low_365, high_365
from medians left join most using (order_number) join curves using (order_number)
order by order_number;

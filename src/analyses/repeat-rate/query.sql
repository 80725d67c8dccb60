-- Question: how many customers order a second time?
-- Grain: one row per window: the one asked for, else 3, 6, 12 and 24 months where the data reach that far.
-- Units: rate, low, high 0..1.
-- A second order is one on another day if the project's occasion is 'day'; both rates, by orders and by days,
-- are given. Matured: of customers whose first order is at least a window old, those with a second one inside
-- it. Otherwise: of customers with an order in the window that ends on as_of, those with two or more in it.
with params as (
  select
    $window::varchar as asked,
    $matured::boolean as is_matured,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    project.starts_on,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
windows as (
  select
    label,
    label::interval as length,
    if(is_matured, as_of, least(as_of, coalesce(to_on, as_of))) as ends_on,
    if(is_matured or from_on is null, (ends_on - length)::date, from_on - 1) as after_on
  from (
    select unnest(if(asked is null, ['3 months', '6 months', '12 months', '24 months'], [asked])) as label
    from params
  ) cross join params
  where asked is not null or ends_on - length >= starts_on
),
ways as (select unnest([false, true]) as is_by_day),
firsts as (
  select is_by_day, ordered_on, next_ordered_on, count(*) as customers
  from (
    select false as is_by_day, * from first_purchases(false)
    union all
    select true, * from first_purchases(true)
  ) cross join params
  where is_matured
    and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
),
matured as (
  select
    label,
    is_by_day,
    sum(customers) as eligible,
    sum(customers) filter (next_ordered_on <= ordered_on + length) as repeaters
  from firsts cross join params join windows on ordered_on + length <= as_of
  group by label, is_by_day
),
buyers as (
  select label, customer_no, count(*) as orders, min(ordered_on) < max(ordered_on) as has_days
  from orders cross join params join windows on ordered_on > after_on and ordered_on <= ends_on
  where customer_no is not null
    and not is_matured
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by label, customer_no
),
in_window as (
  select
    label,
    is_by_day,
    count(*) as eligible,
    count(*) filter (if(is_by_day, has_days, orders >= 2)) as repeaters
  from buyers cross join ways
  group by label, is_by_day
),
counted as (
  select
    windows.label as window,
    ways.is_by_day,
    windows.after_on + 1 as from_on,
    windows.ends_on as to_on,
    coalesce(matured.eligible, in_window.eligible, 0)::integer as eligible,
    coalesce(matured.repeaters, in_window.repeaters, 0)::integer as repeaters
  from windows cross join ways
  left join matured using (label, is_by_day)
  left join in_window using (label, is_by_day)
),
rates as (
  select
    *,
    if(eligible > 0, repeaters / eligible, null) as rate,
    if(eligible > 0, 3.841458820694124 / eligible, null) as z2n,
    max(rate) filter (not is_by_day) over same as rate_by_orders,
    max(rate) filter (is_by_day) over same as rate_by_days
  from counted
  window same as (partition by counted.window)
)
select
  rates.window,
  eligible,
  repeaters,
  rate,
  if(
    rate is null,
    null,
    greatest((rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 0)
  ) as low,
  if(
    rate is null,
    null,
    least((rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 1)
  ) as high,
  if(is_matured, null, rates.from_on) as from_on,
  if(is_matured, null, rates.to_on) as to_on,
  rate_by_orders,
  rate_by_days
from rates cross join params
where is_by_day = counts_days()
order by (rates.to_on - rates.from_on), rates.window;

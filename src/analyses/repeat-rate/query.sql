-- Question: how many customers order a second time?
-- Grain: one row per window: the one that is asked for, else 3, 6, 12 and 24 months where the data are as long. Units: rate, low, high 0..1.
-- Matured: of customers whose first order is a whole window old, those with a second one inside it. Otherwise: of customers with an
-- order in the window that ends on as_of, those with two or more in it.
with params as (
  select $window::varchar as asked, $matured::boolean as is_matured, $from::date as from_on, $to::date as to_on,
    $customer_type::varchar as customer_type, coalesce($as_of::date, project.as_of) as as_of, project.starts_on,
    if(coalesce($history::varchar, project.history) = 'complete', null, project.starts_on + left_cut_days) as known_on
  from project
),
windows as (
  select label, label::interval as length, if(is_matured, as_of, least(as_of, coalesce(to_on, as_of))) as ends_on,
    if(is_matured or from_on is null, (ends_on - length)::date, from_on - 1) as after_on
  from (
    select unnest(if(asked is null, ['3 months', '6 months', '12 months', '24 months'], [asked])) as label from params
  ) cross join params
  where asked is not null or as_of - length >= starts_on
),
firsts as (
  select ordered_on, next_ordered_on, count(*) as customers
  from orders cross join params
  where order_number = 1 and is_matured and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true) and coalesce(ordered_on <= to_on, true)
    and (customer_type is null or customer_no in (
      select customer_no from customers, params where customers.customer_type = params.customer_type
    ))
  group by all
),
matured as (
  select label, sum(customers) as eligible,
    sum(customers) filter (next_ordered_on <= ordered_on + length) as repeaters
  from firsts cross join params join windows on ordered_on + length <= as_of
  group by label
),
buyers as (
  select label, customer_no, count(*) as orders
  from orders cross join params join windows on ordered_on > after_on and ordered_on <= ends_on
  where customer_no is not null and not is_matured
    and (customer_type is null or customer_no in (
      select customer_no from customers, params where customers.customer_type = params.customer_type
    ))
  group by all
),
in_window as (
  select label, count(*) as eligible, count(*) filter (orders >= 2) as repeaters
  from buyers
  group by label
),
counted as (
  select windows.label as window, windows.after_on + 1 as from_on, windows.ends_on as to_on,
    coalesce(matured.eligible, in_window.eligible, 0)::integer as eligible,
    coalesce(matured.repeaters, in_window.repeaters, 0)::integer as repeaters
  from windows left join matured using (label) left join in_window using (label)
),
rates as (
  select *, if(eligible > 0, repeaters / eligible, null) as rate, if(eligible > 0, 3.841458820694124 / eligible, null) as z2n
  from counted
)
select rates.window, eligible, repeaters, rate,
  if(rate is null, null, greatest((rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 0)) as low,
  if(rate is null, null, least((rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 1)) as high,
  if(is_matured, null, rates.from_on) as from_on, if(is_matured, null, rates.to_on) as to_on
from rates cross join params
order by (rates.to_on - rates.from_on), rates.window;

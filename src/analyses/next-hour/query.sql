-- Question: who should be called first, if not everybody can be?
-- Grain: one row per customer with a score, or one row per value of an attribute of first orders.
-- Units: money expected within the horizon; p_alive 0..1.
-- Rows are ranked by what is at stake for each customer called, value to come × (1 − p_alive): most where
-- somebody is worth much and may be leaving. capacity is how many can be called. Groups of fewer than 5 come
-- last. It reads customer_value, which the fit of clv fills.
with params as (
  select
    $capacity::integer as capacity,
    $group_by::varchar as group_by,
    $model::varchar as model,
    $calibration_end::date as calibration_end,
    $horizon_days::integer as horizon_days,
    $margin::double as margin,
    $discount_rate_per_year::double as discount_rate
),
scored as (
  select
    coalesce(value, if(group_by is null, customer, null)) as name,
    expected_value,
    expected_value * (1 - p_alive) as at_stake,
    p_alive,
    frequency + 1 as orders,
    last_on,
    (select any_value(scored_on) from value_model) - last_on as days_silent
  from customer_value cross join params
  left join first_order_attributes on customer_id = customer and attribute = group_by
  where expected_value is not null
),
groups as (
  select
    name,
    count(*) as customers,
    sum(at_stake) as at_stake,
    avg(at_stake) as at_stake_each,
    sum(expected_value) as expected_value,
    avg(p_alive) as p_alive,
    avg(orders) as orders,
    max(last_on) as last_on,
    avg(days_silent) as days_silent
  from scored
  where name is not null
  group by name
),
ranked as (
  select groups.*, capacity, row_number() over list as place, sum(customers) over list as reached
  from groups cross join params
  window list as (
    order by
      if(group_by is not null and customers < 5, 1, 0),
      round(at_stake_each, 9) desc,
      round(expected_value, 9) desc,
      name
    rows between unbounded preceding and current row
  )
)
select
  place::integer as place,
  name,
  customers::integer as customers,
  at_stake,
  at_stake_each,
  expected_value,
  p_alive,
  orders::double as orders,
  last_on,
  days_silent::double as days_silent,
  reached::integer as reached,
  reached - customers < capacity as is_chosen
from ranked
order by place;

-- Question: how many customers and orders does a scope hold?
-- Grain: one row. Customers with an order in the period, and orders in it, those of unknown buyers too.
with params as (
  select
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of
  from project
)
select count(distinct customer_no)::integer as customers, count(*)::integer as orders
from orders cross join params
where ordered_on <= as_of
  and coalesce(ordered_on >= from_on, true)
  and coalesce(ordered_on <= to_on, true)
  and (
    of_type is null
    or customer_no is null
    or customer_no in (select customer_no from customers, params where customer_type = of_type)
  )

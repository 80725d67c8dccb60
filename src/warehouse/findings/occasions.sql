-- Does it matter whether orders or days of purchase are counted?
-- Grain: one row where the share of customers with a second one differs by a point or more. Shares 0..1.
with counted as (
  select
    count(*) as customers,
    count(*) filter (orders > 1) as by_orders,
    count(*) filter (first_ordered_on < last_ordered_on) as by_days
  from customers
)
select by_orders / customers as by_orders, by_days / customers as by_days, occasion
from counted cross join project
where customers > 0 and 100 * (by_orders - by_days) >= customers;

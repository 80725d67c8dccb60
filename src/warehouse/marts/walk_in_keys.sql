-- Keys that stand for nobody in particular: the till's own "customer".
-- Grain: one row per key. Rule: over 2 % of at least 500 orders and ten times the next key, or a guest's name.
create or replace table walk_in_keys as
with params as (select $walk_in::varchar as walk_in, $guest_names::varchar as guest_names),
counted as (
  select customer_id, count(*) as orders
  from gathered_orders
  where customer_id is not null
  group by customer_id
),
ranked as (
  select
    customer_id,
    orders,
    sum(orders) over () as all_orders,
    lead(orders) over (order by orders desc, customer_id) as next_orders,
    row_number() over (order by orders desc, customer_id) as place
  from counted
)
select customer_id, orders, walk_in = 'drop' as is_anonymous
from ranked cross join params
where
  (place = 1 and all_orders >= 500 and orders > 0.02 * all_orders and orders >= 10 * coalesce(next_orders, 1))
  or (
    not regexp_matches(customer_id, '[0-9@]')
    and contains(
      guest_names,
      '|' || trim(regexp_replace(lower(strip_accents(customer_id)), '[^\p{L}]+', ' ', 'g')) || '|'
    )
  );

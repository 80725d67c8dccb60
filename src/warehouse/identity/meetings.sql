-- Which identifiers meet.
-- Grain: one row per set and identifier in it. orders: on which the set stands.
create or replace temp table identifier_meetings as
with named as (
  select meeting_no, orders, customer as value, 1 as rank from identifier_sets
  union all
  select meeting_no, orders, email, 2 from identifier_sets where email is distinct from customer
  union all
  select meeting_no, orders, phone, 3 from identifier_sets
  where phone is distinct from customer and phone is distinct from email
)
select meeting_no, value_no, min(named.rank)::tinyint as rank, any_value(orders) as orders
from named join identifier_values using (value)
group by meeting_no, value_no;

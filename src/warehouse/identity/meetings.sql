-- Which ids, e-mails and phones stand on one order.
-- Grain: one row per different set of them, and identifier in it; sets that no two orders share are not told apart.
-- An order whose rows name several people is taken whole, row by row; of all others their one set is enough.
create or replace table identifier_meetings as
with params as (select $order_grain::varchar as order_grain),
said as (
  select
    if(order_grain = 'order_id', coalesce(order_id, 'row ' || row_no), row_no::varchar) as order_key,
    customer, email, phone
  from source_rows cross join params
  where coalesce(customer, email, phone) is not null
),
of_orders as (
  select
    order_key,
    min(customer) as customer, min(email) as email, min(phone) as phone,
    coalesce(min(customer) <> max(customer), false) or coalesce(min(email) <> max(email), false)
      or coalesce(min(phone) <> max(phone), false) as is_several
  from said
  group by order_key
),
sets as (
  select customer, email, phone, count(*) as orders, row_number() over () as meeting_no
  from of_orders
  where not is_several
  group by customer, email, phone
),
several as (
  select -dense_rank() over (order by order_key) as meeting_no, said.customer, said.email, said.phone
  from said semi join (select order_key from of_orders where is_several) using (order_key)
),
named as (
  select meeting_no, orders, unnest([
    {'value': customer, 'rank': 1}, {'value': lower(email), 'rank': 2}, {'value': phone_digits(phone), 'rank': 3}
  ], recursive := true)
  from (select * from sets union all by name select *, 1 as orders from several)
)
select meeting_no, value, min(rank)::tinyint as rank, any_value(orders) as orders
from named
where value is not null
group by meeting_no, value;

-- Everybody that an order names, with a short number, and whether the name means nobody in particular.
-- Grain: one row per key. Walk-in: over 2 % of at least 500 orders and ten times the next key, or a guest's
-- name.
create or replace table customer_keys as
with params as (select $walk_in::varchar as walk_in, $guest_names::varchar as guest_names),
counted as (
  select customer_id, count(*) as orders
  from gathered_orders
  where customer_id is not null
  group by customer_id
),
leaders as (
  select sum(orders) as all_orders, max(orders, 2) as most
  from counted
),
judged as (
  select
    customer_id,
    orders,
    (
      orders = most[1]
      and all_orders >= 500
      and orders > 0.02 * all_orders
      and orders >= 10 * coalesce(most[2], 1)
    )
      or case
        -- A case, for an `and` would fold every id before it asks whether that may be a name.
        when regexp_matches(customer_id, '[0-9@]') then false
        else contains(
          guest_names,
          '|' || trim(regexp_replace(lower(strip_accents(customer_id)), '[^\p{L}]+', ' ', 'g')) || '|'
        )
      end as is_walk_in
  from counted cross join leaders cross join params
)
select
  customer_id,
  orders,
  is_walk_in and walk_in = 'drop' as is_anonymous,
  row_number() over ()::integer as customer_no
from judged cross join params;

comment on table customer_keys is 'Everybody that an order names';
comment on column customer_keys.customer_id is 'The key in the file';
comment on column customer_keys.orders is 'Orders that name the key, valid or not';
comment on column customer_keys.is_anonymous is
  'The key stands for nobody in particular, such as a till''s walk-in';
comment on column customer_keys.customer_no is 'A short number for the key';

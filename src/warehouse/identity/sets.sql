-- Which ids, e-mails and phones stand on one order, and on how many orders the same ones do.
-- Grain: one row per different set of them; sets that no two orders share are not told apart. Of rows that
-- repeat the one above only the first is looked at. An order whose rows name different people, or lie apart,
-- is taken whole, row by row, under a number below 0; the hash only finds such orders, their ids decide. One
-- number a row is compared with that of the row above: four texts take three times as long.
create or replace temp table identifier_sets as
with params as (select $order_grain::varchar as order_grain),
said as (
  select
    if(order_grain = 'order_id' and order_id is not null, hash(order_id), row_no::ubigint) as order_key,
    order_id,
    customer,
    email,
    phone,
    hash(order_key, customer, email, phone) as row_key
  from (select row_no, order_id, customer, email, phone from source_rows) cross join params
  where coalesce(customer, email, phone) is not null
),
looked_at as (
  select * exclude (row_key)
  from said
  qualify row_key is distinct from lag(row_key) over ()
),
torn as (
  select order_key from looked_at group by order_key having count(*) > 1
),
sets as (
  select row_number() over () as meeting_no, count(*) as orders, customer, email, phone
  from looked_at anti join torn using (order_key)
  group by customer, email, phone
),
several as (
  select distinct
    -dense_rank() over (order by order_id) as meeting_no,
    1 as orders,
    customer,
    email,
    phone
  from looked_at semi join torn using (order_key)
)
select meeting_no, orders, customer, lower(email) as email, phone_digits(phone) as phone
from (from sets union all from several);

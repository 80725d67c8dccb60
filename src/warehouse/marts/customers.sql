-- Customers: everybody known with at least one valid order.
-- Grain: one row per customer. Money over the whole file.
create or replace table customers as
with bought as (
  select
    customer_id,
    min(ordered_on) as first_ordered_on,
    max(ordered_on) as last_ordered_on,
    count(*)::integer as orders,
    sum(sales) as sales,
    arg_min(first_row_no, order_number) as first_row_no
  from orders
  where is_valid and customer_id is not null
  group by customer_id
),
given_back as (
  select customer_id, sum(amount) as refunds
  from refunds
  where is_of_customer
  group by customer_id
),
names as (
  select bought.customer_id, source_rows.customer_name, lower(source_rows.email) as email, source_rows.phone
  from bought join source_rows on source_rows.row_no = bought.first_row_no
)
select
  row_number() over (order by first_ordered_on, bought.customer_id)::integer as customer_no,
  bought.customer_id,
  names.customer_name,
  names.email,
  names.phone,
  'final' as customer_type,
  bought.first_ordered_on,
  bought.last_ordered_on,
  bought.orders,
  bought.sales,
  coalesce(given_back.refunds, 0) as refunds,
  bought.sales - coalesce(given_back.refunds, 0) as net
from bought
left join given_back using (customer_id)
left join names using (customer_id);

comment on table customers is 'Everybody known with at least one valid order';
comment on column customers.customer_no is 'A short number for the customer, in order of first purchase';
comment on column customers.customer_id is 'The customer''s key in the file';
comment on column customers.customer_name is 'Name on the first order';
comment on column customers.email is 'E-mail on the first order, lower case';
comment on column customers.phone is 'Phone on the first order';
comment on column customers.customer_type is 'final; dealers and staff are told apart once a column says so';
comment on column customers.first_ordered_on is 'Day of the first valid order';
comment on column customers.last_ordered_on is 'Day of the last valid order';
comment on column customers.orders is 'Number of valid orders';
comment on column customers.sales is 'Sum of valid orders before refunds';
comment on column customers.refunds is 'Money given back';
comment on column customers.net is 'sales less refunds';

-- Customers: everybody known with at least one valid order.
-- Grain: one row per customer. Money over the whole file.
create or replace table customers as
with bought as (
  select
    customer_no,
    any_value(customer_id) as customer_id,
    min(ordered_on) as first_ordered_on,
    max(ordered_on) as last_ordered_on,
    count(*)::integer as orders,
    narrow_money(sum(sales)) as sales,
    arg_min(first_row_no, order_number) as first_row_no
  from orders
  where customer_no is not null
  group by customer_no
),
given_back as (
  select customer_no, narrow_money(sum(amount - excess)) as refunds
  from refunds
  where is_of_customer
  group by customer_no
)
select
  customer_no,
  bought.customer_id,
  coalesce(customer_types.customer_type, 'final') as customer_type,
  bought.first_ordered_on,
  bought.last_ordered_on,
  bought.orders,
  bought.sales,
  coalesce(given_back.refunds, 0) as refunds,
  narrow_money(bought.sales - coalesce(given_back.refunds, 0)) as net,
  first_row_no
from bought left join given_back using (customer_no) left join customer_types using (customer_id);

comment on table customers is 'Everybody known with at least one valid order';
comment on column customers.customer_no is 'A short number for the customer';
comment on column customers.customer_id is 'The customer''s key in the file';
comment on column customers.customer_type is
  'final, dealer or staff, as a column of the file or the rule by quantity says';
comment on column customers.first_ordered_on is 'Day of the first valid order';
comment on column customers.last_ordered_on is 'Day of the last valid order';
comment on column customers.orders is 'Number of valid orders';
comment on column customers.sales is 'Sum of valid orders before refunds';
comment on column customers.refunds is 'Money given back';
comment on column customers.net is 'sales less refunds';
comment on column customers.first_row_no is 'First row of the first order in the file';

-- The customers' sales are those of the valid orders of known customers, and their refunds are those of these
-- orders with the refund rows that are of no known order: counted from the rows themselves, not from the
-- table that the customers were made of.
with of_orders as (
  select coalesce(sum(sales), 0) as sales, coalesce(sum(refunds), 0) as refunds
  from orders
  where is_valid and customer_id is not null
),
of_rows as (
  select coalesce(-sum(sales), 0) as refunds
  from staged_lines
  where kind = 'refund'
    and order_id is null
    and customer_id in (select customer_id from customers)
),
of_customers as (
  select
    coalesce(sum(sales), 0) as sales,
    coalesce(sum(refunds), 0) as refunds,
    coalesce(sum(net), 0) as net
  from customers
)
select
  of_customers.sales as of_customers,
  of_orders.sales as of_orders,
  of_customers.refunds as given_back_to_customers,
  of_orders.refunds + of_rows.refunds as given_back_in_rows
from of_customers cross join of_orders cross join of_rows
where of_customers.sales <> of_orders.sales
  or of_customers.refunds <> of_orders.refunds + of_rows.refunds
  or of_customers.net <> of_customers.sales - of_customers.refunds;

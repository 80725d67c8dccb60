-- Question: what has this customer ordered, and what was given back, day by day?
-- Grain: one row per order and refund up to as_of, the latest first; kind is order or refund, or not_counted
-- with the reason. Money in the currency's units, a refund below 0: the amounts of orders and refunds add up
-- to the customer's net.
with params as (
  select $customer::varchar as customer, as_of, has_amounts from project
),
bought as (
  select order_id, string_agg(distinct product, ', ' order by product) as products
  from order_lines cross join params
  where customer_id = customer and kind = 'sale' and product is not null
  group by order_id
),
happened as (
  select
    ordered_on as happened_on,
    ordered_at as happened_at,
    if(is_valid, 'order', 'not_counted') as kind,
    orders.order_id,
    order_number,
    sales as amount,
    bought.products,
    invalid_reason as reason,
    first_row_no as row_no
  from orders cross join params left join bought using (order_id)
  where customer_id = customer and ordered_on <= as_of
  union all by name
  select
    refunded_on as happened_on,
    if(is_of_customer, 'refund', 'not_counted') as kind,
    order_id,
    excess - amount as amount,
    if(is_of_customer, null, 'refund_of_such') as reason,
    row_no
  from refunds cross join params
  where customer_id = customer and coalesce(original_on, refunded_on) <= as_of
)
select
  happened_on,
  kind,
  order_id,
  order_number,
  if(has_amounts, amount, null)::double as amount,
  products,
  reason
from happened cross join params
order by happened_on desc, happened_at desc nulls first, row_no desc;

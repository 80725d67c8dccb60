-- What was bought in which valid order, and what of it came back.
-- Grain: one row per valid order and product. Money: sales before refunds; refunded is what rows of refunds
-- say of the product.
create or replace table order_products as
with said as (select row_no, product, unit_price, quantity from source_rows),
spellings as (select name as product, product_no from product_names join products using (product_key)),
lines as (
  select
    staged_lines.order_id,
    staged_lines.kind,
    staged_lines.sales,
    spellings.product_no,
    if(
      $has_line_amounts::boolean,
      staged_lines.sales::double,
      unit_price::double * coalesce(quantity, 1)::double
    ) as worth
  from staged_lines join said using (row_no) join spellings on spellings.product = said.product
  where staged_lines.kind <> 'set_aside'
),
summed as (
  select
    order_id,
    product_no,
    coalesce(sum(sales) filter (kind = 'sale'), 0) as sales,
    coalesce(-sum(sales) filter (kind = 'refund'), 0) as refunded,
    bool_or(kind = 'sale') as is_sold,
    round(max(worth) filter (kind = 'sale'), 6) as worth
  from lines
  group by order_id, product_no
)
select
  orders.first_row_no as order_no,
  orders.customer_no,
  orders.ordered_on,
  orders.order_number,
  product_no,
  summed.sales,
  summed.refunded,
  summed.worth
from summed join orders using (order_id)
where orders.is_valid and is_sold;

comment on table order_products is 'What was bought in which valid order';
comment on column order_products.order_no is 'First row of the order in the file';
comment on column order_products.customer_no is 'A short number for the customer; null where nobody is named';
comment on column order_products.ordered_on is 'Day of the order';
comment on column order_products.order_number is 'Which purchase of the customer it is, from 1';
comment on column order_products.product_no is 'A short number for the product';
comment on column order_products.sales is 'Sales of the product in the order, before refunds';
comment on column order_products.refunded is 'What rows of refunds gave back of it';
comment on column order_products.worth is
  'Its largest line in the order: sales, or price times pieces if only orders have amounts; null if unknown';

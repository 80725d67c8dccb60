-- What a customer's first order was like: the ways in which cohorts can be split.
-- Grain: one row per customer, attribute and value; a first order with two products has two product rows, one
-- of which is that of its largest line. A line is as large as its sales; where amounts are those of whole
-- orders, as its price times its pieces, if the file has them. That only ranks lines and is summed nowhere: a
-- double, rounded so that 3 of 0.10 are as large as one of 0.30.
create or replace table first_order_attributes as
with first_orders as (
  select customer_no, customer_id, order_id, first_row_no, has_discount
  from orders
  where order_number = 1
),
of_order as (
  select
    first_orders.customer_no, first_orders.customer_id, first_orders.has_discount, source_rows.country,
    source_rows.channel, source_rows.branch, source_rows.staff
  from first_orders
  join (select row_no, country, channel, branch, staff from source_rows) as source_rows
    on source_rows.row_no = first_orders.first_row_no
),
-- A product of several names is shown under one.
spellings as (select name, products.product from product_names join products using (product_key)),
of_lines as (
  select
    first_orders.customer_no,
    first_orders.customer_id,
    spellings.product,
    source_rows.category,
    if(
      $has_line_amounts::boolean,
      staged_lines.sales::double,
      round(source_rows.unit_price::double * coalesce(source_rows.quantity, 1)::double, 6)
    ) as worth
  from first_orders
  join staged_lines on staged_lines.order_id = first_orders.order_id and staged_lines.kind = 'sale'
  join (select row_no, product, category, unit_price, quantity from source_rows) as source_rows
    on source_rows.row_no = staged_lines.row_no
  left join spellings on spellings.name = source_rows.product
),
of_values as (
  select customer_no, customer_id, 'product' as attribute, product as value, max(worth) as worth
  from of_lines
  where product is not null
  group by customer_no, customer_id, product
  union all
  select customer_no, customer_id, 'category' as attribute, category as value, max(worth) as worth
  from of_lines
  where category is not null
  group by customer_no, customer_id, category
)
select customer_no, customer_id, 'country' as attribute, country as value, true as is_largest
from of_order
where country is not null
union all
select customer_no, customer_id, 'channel' as attribute, channel as value, true as is_largest
from of_order
where channel is not null
union all
select customer_no, customer_id, 'branch' as attribute, branch as value, true as is_largest
from of_order
where branch is not null
union all
select customer_no, customer_id, 'staff' as attribute, staff as value, true as is_largest
from of_order
where staff is not null
union all
select
  customer_no,
  customer_id,
  'discount' as attribute,
  if(has_discount, 'yes', 'no') as value,
  true as is_largest
from of_order
where $has_discount_column::boolean
union all
-- Of equal lines the first by its folded name, as products are numbered; where no line says what it is worth,
-- the order has none.
select
  customer_no,
  customer_id,
  attribute,
  value,
  (worth is not null or count(*) over firsts = 1)
    and row_number() over (firsts order by worth desc nulls last, folded_name(value), value) = 1 as is_largest
from of_values
window firsts as (partition by customer_no, attribute);

comment on table first_order_attributes is 'What the first valid order of each customer was like';
comment on column first_order_attributes.customer_no is 'A short number for the customer';
comment on column first_order_attributes.customer_id is 'The customer''s key in the file';
comment on column first_order_attributes.attribute is
  'product, category, country, channel, branch, staff or discount';
comment on column first_order_attributes.value is
  'The value on the first order, as in the file; a product of several names under one of them';
comment on column first_order_attributes.is_largest is
  'Of products and categories: the one of the order''s largest line; else true';

-- What a customer's first order was like: the ways in which cohorts can be split.
-- Grain: one row per customer, attribute and value; a first order with two products has two product rows.
create or replace table first_order_attributes as
with first_orders as (
  select customer_no, customer_id, order_id, first_row_no, has_discount
  from orders
  where order_number = 1
),
of_order as (
  select first_orders.customer_no, first_orders.customer_id, first_orders.has_discount, source_rows.country, source_rows.channel,
    source_rows.branch, source_rows.staff
  from first_orders
  join source_rows on source_rows.row_no = first_orders.first_row_no
),
of_lines as (
  select first_orders.customer_no, first_orders.customer_id, source_rows.product, source_rows.category
  from first_orders
  join staged_lines on staged_lines.order_id = first_orders.order_id and staged_lines.kind = 'sale'
  join source_rows on source_rows.row_no = staged_lines.row_no
)
select customer_no, customer_id, 'country' as attribute, country as value
from of_order
where country is not null
union all
select customer_no, customer_id, 'channel' as attribute, channel as value
from of_order
where channel is not null
union all
select customer_no, customer_id, 'branch' as attribute, branch as value
from of_order
where branch is not null
union all
select customer_no, customer_id, 'staff' as attribute, staff as value
from of_order
where staff is not null
union all
select customer_no, customer_id, 'discount' as attribute, if(has_discount, 'yes', 'no') as value
from of_order
where $has_discount_column::boolean
union all
select distinct customer_no, customer_id, 'product' as attribute, product as value
from of_lines
where product is not null
union all
select distinct customer_no, customer_id, 'category' as attribute, category as value
from of_lines
where category is not null;

comment on table first_order_attributes is 'What the first valid order of each customer was like';
comment on column first_order_attributes.customer_no is 'A short number for the customer';
comment on column first_order_attributes.customer_id is 'The customer''s key in the file';
comment on column first_order_attributes.attribute is 'product, category, country, channel, branch, staff or discount';
comment on column first_order_attributes.value is 'The value on the first order, as in the file';

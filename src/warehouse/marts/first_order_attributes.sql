-- What a customer's first order was like: the ways in which cohorts can be split.
-- Grain: one row per customer, attribute and value; a first order with two products has two product rows.
create or replace table first_order_attributes as
with first_lines as (
  select orders.customer_id, staged_lines.row_no, orders.has_discount
  from orders
  join staged_lines on staged_lines.order_id = orders.order_id and staged_lines.kind = 'sale'
  where orders.order_number = 1
),
described as (
  select first_lines.customer_id, first_lines.has_discount, product, category, country, channel
  from first_lines
  join source_rows on source_rows.row_no = first_lines.row_no
),
attributes as (
  select customer_id, 'product' as attribute, product as value from described
  union
  select customer_id, 'category' as attribute, category as value from described
  union
  select customer_id, 'country' as attribute, country as value from described
  union
  select customer_id, 'channel' as attribute, channel as value from described
  union
  select customer_id, 'discount' as attribute, if(has_discount, 'yes', 'no') as value
  from described
  where $has_discount_column::boolean
)
select customer_id, attribute, value
from attributes
where value is not null;

comment on table first_order_attributes is 'What the first valid order of each customer was like';
comment on column first_order_attributes.customer_id is 'The customer''s key in the file';
comment on column first_order_attributes.attribute is 'product, category, country, channel or discount';
comment on column first_order_attributes.value is 'The value on the first order, as in the file';

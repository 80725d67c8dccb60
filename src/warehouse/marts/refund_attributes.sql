-- What the rows of refunds that are of no known order say of themselves: such a refund goes by its own
-- values.
-- Grain: one row per refund row and value.
create or replace table refund_attributes as
with given_back as (
  select row_no, country, channel, branch, staff, category, product_names.product_key, 'no' as discount
  from (select row_no, country, channel, branch, staff, category, product from source_rows)
  join (select row_no from refunds where order_no is null) using (row_no)
  left join product_names on product_names.name = product
),
said as (
  select
    row_no,
    unnest(['country', 'channel', 'branch', 'staff', 'category', 'product', 'discount']) as attribute,
    unnest([country, channel, branch, staff, category, products.product, discount]) as value
  from given_back left join products using (product_key)
)
select row_no, value_no
from said join order_values using (attribute, value);

comment on table refund_attributes is 'What the rows of refunds that are of no known order say of themselves';
comment on column refund_attributes.row_no is 'Row of the refund';
comment on column refund_attributes.value_no is 'The value it has, of `order_values`';

-- What orders of the file can be told apart by: each different value once, so that orders hold numbers and no
-- texts.
-- Grain: one row per attribute and value. Built when first asked for: it reads the widest texts again.
create or replace table order_values as
with of_rows as (
  select country, channel, branch, staff, product, category
  from (select row_no, country, channel, branch, staff, product, category from source_rows)
  join staged_lines using (row_no)
  where staged_lines.kind = 'sale'
),
named as (
  select distinct attribute, value
  from (
    select distinct
      unnest(['country', 'channel', 'branch', 'staff']) as attribute,
      unnest([country, channel, branch, staff]) as value
    from (select distinct country, channel, branch, staff from of_rows)
    union all
    select distinct 'product', products.product
    from (select distinct product as name from of_rows)
    join product_names using (name)
    join products using (product_key)
    union all
    select distinct 'category', category
    from of_rows
    union all
    select 'discount', unnest(['yes', 'no'])
    where $has_discount_column::boolean
  )
  where value is not null
)
select row_number() over (order by attribute, value)::integer as value_no, attribute, value
from named;

comment on table order_values is 'What orders of the file can be told apart by';
comment on column order_values.value_no is 'A short number for the value of the attribute';
comment on column order_values.attribute is 'product, category, country, channel, branch, staff or discount';
comment on column order_values.value is
  'The value, as in the file; a product of several names under one of them';

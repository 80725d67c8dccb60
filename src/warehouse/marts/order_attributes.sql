-- What each valid order was like. Of what an order has once, its first row says it; an order with two
-- products has two rows of them.
-- Grain: one row per valid order and value.
create or replace table order_attributes as
with of_order as (
  select
    orders.first_row_no as order_no,
    country,
    channel,
    branch,
    staff,
    if(orders.has_discount, 'yes', 'no') as discount
  from orders
  join (select row_no, country, channel, branch, staff from source_rows) as source_rows
    on source_rows.row_no = orders.first_row_no
  where is_valid
),
-- Each name is looked up once, not each line.
spellings as (
  select name, value_no
  from product_names
  join products using (product_key)
  join order_values on attribute = 'product' and value = products.product
),
of_lines as (
  select
    orders.first_row_no as order_no,
    source_rows.product,
    source_rows.category,
    if(
      $has_line_amounts::boolean,
      staged_lines.sales::double,
      round(source_rows.unit_price::double * coalesce(source_rows.quantity, 1)::double, 6)
    ) as worth
  from orders
  join staged_lines on staged_lines.order_id = orders.order_id and staged_lines.kind = 'sale'
  join (select row_no, product, category, unit_price, quantity from source_rows) as source_rows
    on source_rows.row_no = staged_lines.row_no
  where orders.is_valid
)
select order_no, value_no, null::double as worth
from of_order join order_values on attribute = 'country' and value = country
union all
select order_no, value_no, null
from of_order join order_values on attribute = 'channel' and value = channel
union all
select order_no, value_no, null
from of_order join order_values on attribute = 'branch' and value = branch
union all
select order_no, value_no, null
from of_order join order_values on attribute = 'staff' and value = staff
union all
select order_no, value_no, null
from of_order join order_values on attribute = 'discount' and value = discount
union all
select order_no, value_no, max(worth) as worth
from of_lines join spellings on name = product
group by order_no, value_no
union all
select order_no, value_no, max(worth) as worth
from of_lines join order_values on attribute = 'category' and value = category
group by order_no, value_no;

comment on table order_attributes is 'What each valid order was like';
comment on column order_attributes.order_no is 'First row of the order in the file';
comment on column order_attributes.value_no is 'The value, as order_values numbers it';
comment on column order_attributes.worth is
  'Of a product or category: its largest line in the order; null if unknown, or if an order has one value';

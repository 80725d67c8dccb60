-- What orders say in one column of the file, at the level where it has one value.
-- Grain: one row per order, or per order and value where lines differ. Orders that do not count as purchases
-- are there too: money of theirs may count. Of an order the first row with a value counts. Of a customer the
-- first order with one does, and stands for all of their orders.
create or replace view column_orders as
with sale_rows as (
  select
    orders.first_row_no as order_no,
    orders.customer_no,
    orders.order_number,
    staged_lines.row_no,
    column_values.value,
    staged_lines.sales
  from staged_lines join column_values using (row_no) join orders using (order_id)
  where staged_lines.kind = 'sale'
),
by_order as (
  select
    order_no,
    customer_no,
    order_number,
    arg_min(value, row_no) filter (value is not null) as value
  from sale_rows
  where $level::varchar <> 'line'
  group by order_no, customer_no, order_number
),
by_customer as (
  select customer_no, arg_min(value, order_number) filter (value is not null) as value
  from by_order
  where customer_no is not null and $level::varchar = 'customer'
  group by customer_no
),
of_lines as (
  select
    sale_rows.*,
    if(
      $has_line_amounts::boolean,
      sales::double,
      round(unit_price::double * coalesce(quantity, 1)::double, 6)
    ) as worth
  from sale_rows join (select row_no, unit_price, quantity from source_rows) using (row_no)
  where $level::varchar = 'line'
)
select
  order_no,
  customer_no,
  order_number,
  coalesce(by_customer.value, by_order.value, '(none)') as value,
  null::double as worth
from by_order left join by_customer using (customer_no)
union all
select order_no, customer_no, order_number, coalesce(value, '(none)') as value, max(worth) as worth
from of_lines
group by all;

comment on view column_orders is 'What orders say in one column of the file; there while it is read';
comment on column column_orders.order_no is 'First row of the order in the file';
comment on column column_orders.customer_no is
  'A short number for the customer; null where the order is not counted';
comment on column column_orders.order_number is
  'Which purchase of the customer it is, from 1; null where it is not counted';
comment on column column_orders.value is 'The value; (none) where the cells are empty';
comment on column column_orders.worth is
  'Where lines differ: the largest line with the value; null where the file does not say it';

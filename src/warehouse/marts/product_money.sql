-- Which product the money beside the sales of valid orders is of: refund rows, refunds that stand on the
-- lines of an order, and lines of orders that were paid and are no purchases.
-- Grain: one row per movement and product. kind and row_no are those of `money_beside`; is_row: a refund row
-- of its own, all of which is of the product.
create or replace table product_money as
with said as (select row_no, product from source_rows),
spellings as (select name as product, product_no from product_names join products using (product_key)),
lines as (
  select row_no, order_id, kind, sales, refund, product_no
  from staged_lines join said using (row_no) join spellings on spellings.product = said.product
  where kind = 'refund'
    or (
      kind = 'sale'
      and order_id in (
        select order_id
        from orders
        where invalid_reason <> 'cancelled' or ($has_line_refunds::boolean and given_back <> 0)
      )
    )
),
parts as (
  select 'refund' as kind, row_no, product_no, -sales as amount, true as is_row
  from lines
  where kind = 'refund'
  union all
  select 'refund', orders.first_row_no, product_no, sum(refund), false
  from lines join orders using (order_id)
  where kind = 'sale' and refund <> 0 and $has_line_refunds::boolean
  group by all
  union all
  select 'sale', orders.first_row_no, product_no, sum(lines.sales), false
  from lines join orders using (order_id)
  where kind = 'sale' and not is_valid and invalid_reason <> 'cancelled'
  group by all
)
select kind, row_no, product_no, amount, is_row
from parts;

comment on table product_money is 'Which product the money beside the sales of valid orders is of';
comment on column product_money.kind is 'refund or sale';
comment on column product_money.row_no is 'Row of the refund, or first row of the order';
comment on column product_money.product_no is 'The product';
comment on column product_money.amount is 'Positive: what was given back or paid of the product';
comment on column product_money.is_row is 'A row of the file that is this refund alone';

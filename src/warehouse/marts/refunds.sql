-- Money given back, and whose it was.
-- Grain: one row per refund row of the file, and one per order whose refund stands in a column of its own.
create or replace table refunds as
with params as (select $order_grain::varchar as order_grain),
refund_lines as (
  select
    staged_lines.row_no,
    orders.order_id,
    coalesce(staged_lines.customer_id, orders.customer_id) as customer_id,
    staged_lines.ordered_at::date as refunded_on,
    orders.ordered_on as original_on,
    -staged_lines.sales as amount
  from staged_lines
  left join orders on orders.order_id = staged_lines.order_id
  where staged_lines.kind = 'refund'
),
refund_columns as (
  select
    orders.first_row_no as row_no,
    orders.order_id,
    orders.customer_id,
    orders.ordered_on as refunded_on,
    orders.ordered_on as original_on,
    orders.refunds - coalesce(lines.amount, 0) as amount
  from orders
  left join (select order_id, sum(amount) as amount from refund_lines group by order_id) as lines using (order_id)
  where orders.refunds <> coalesce(lines.amount, 0)
),
all_refunds as (
  select * from refund_lines
  union all by name
  select * from refund_columns
),
buyers as (
  select customer_id, min(ordered_on) as first_ordered_on
  from orders
  where is_valid and customer_id is not null
  group by customer_id
)
select
  all_refunds.row_no,
  all_refunds.order_id,
  all_refunds.customer_id,
  all_refunds.refunded_on,
  all_refunds.original_on,
  all_refunds.amount,
  buyers.first_ordered_on,
  buyers.customer_id is not null and coalesce(orders.is_valid, true) as is_of_customer
from all_refunds
left join buyers on buyers.customer_id = all_refunds.customer_id
left join orders on orders.order_id = all_refunds.order_id;

comment on table refunds is 'Money given back; a refund is never an order';
comment on column refunds.row_no is 'Row of the file that says so';
comment on column refunds.order_id is 'The order it belongs to; null where the file does not say';
comment on column refunds.customer_id is 'Whose money it was; null for nobody known';
comment on column refunds.refunded_on is 'Day of the refund; the order''s day where the file gives no other';
comment on column refunds.original_on is 'Day of the order it belongs to; null where unknown';
comment on column refunds.amount is 'Positive: what was given back';
comment on column refunds.first_ordered_on is 'First valid order of the customer; null where there is none';
comment on column refunds.is_of_customer is 'The customer has valid orders and the refunded order, where known, is one';

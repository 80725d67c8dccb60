-- Money given back, and whose it was.
-- Grain: one row per refund row of the file, and one per order whose refund stands in a column of its own.
create or replace table refunds as
with given_back as (
  select row_no, order_id, customer_id, ordered_at::date as refunded_on, -sales as amount
  from staged_lines
  where kind = 'refund'
),
refunded as (
  select order_id, customer_id, ordered_on, first_row_no, refunds, is_valid
  from orders
  where refunds <> 0 or order_id in (select order_id from given_back)
),
of_lines as (
  select
    given_back.row_no,
    refunded.order_id,
    coalesce(given_back.customer_id, refunded.customer_id) as customer_id,
    given_back.refunded_on,
    refunded.ordered_on as original_on,
    given_back.amount,
    coalesce(refunded.is_valid, true) as is_order_valid
  from given_back left join refunded using (order_id)
),
by_lines as (
  select order_id, sum(amount) as amount
  from of_lines
  group by order_id
),
of_columns as (
  select
    refunded.first_row_no as row_no,
    refunded.order_id,
    refunded.customer_id,
    refunded.ordered_on as refunded_on,
    refunded.ordered_on as original_on,
    refunded.refunds - coalesce(by_lines.amount, 0) as amount,
    refunded.is_valid as is_order_valid
  from refunded left join by_lines using (order_id)
  where refunded.refunds <> coalesce(by_lines.amount, 0)
),
all_refunds as (
  select * from of_lines
  union all by name
  select * from of_columns
),
buyers as (
  select customer_id, first_ordered_on
  from orders
  where order_number = 1 and customer_id in (select customer_id from all_refunds)
)
select
  all_refunds.row_no,
  all_refunds.order_id,
  all_refunds.customer_id,
  all_refunds.refunded_on,
  all_refunds.original_on,
  all_refunds.amount,
  buyers.first_ordered_on,
  buyers.customer_id is not null and all_refunds.is_order_valid as is_of_customer
from all_refunds left join buyers using (customer_id);

comment on table refunds is 'Money given back; a refund is never an order';
comment on column refunds.row_no is 'Row of the file that says so';
comment on column refunds.order_id is 'The order it belongs to; null where the file does not say';
comment on column refunds.customer_id is 'Whose money it was; null for nobody known';
comment on column refunds.refunded_on is 'Day of the refund; the order''s day where the file gives no other';
comment on column refunds.original_on is 'Day of the order it belongs to; null where unknown';
comment on column refunds.amount is 'Positive: what was given back';
comment on column refunds.first_ordered_on is 'First valid order of the customer; null where there is none';
comment on column refunds.is_of_customer is 'The customer has valid orders and the refunded order, where known, is one';

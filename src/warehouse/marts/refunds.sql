-- Money given back, and whose it was.
-- Grain: one row per refund row of the file, and one per order whose refund is in a column of its own.
create or replace table refunds as
with given_back as (
  select row_no, order_id, customer_id, day_of(ordered_at) as refunded_on, -sales as amount
  from staged_lines
  where kind = 'refund'
),
refunded as (
  select order_id, customer_id, ordered_on, first_row_no, sales, given_back, invalid_reason
  from orders
  where given_back <> 0 or order_id in (select order_id from given_back)
),
nobody as (select customer_id from customer_keys where is_anonymous),
of_lines as (
  select
    given_back.row_no,
    given_back.order_id,
    refunded.first_row_no as order_no,
    if(
      refunded.order_id is null,
      if(given_back.customer_id in (from nobody), null, given_back.customer_id),
      refunded.customer_id
    ) as customer_id,
    given_back.refunded_on,
    refunded.ordered_on as original_on,
    given_back.amount,
    refunded.sales,
    refunded.invalid_reason
  from given_back left join refunded using (order_id)
),
by_lines as (
  select order_no, narrow_money(sum(amount)) as amount
  from of_lines
  where order_no is not null
  group by order_no
),
of_columns as (
  select
    refunded.first_row_no as row_no,
    refunded.order_id,
    refunded.first_row_no as order_no,
    refunded.customer_id,
    refunded.ordered_on as refunded_on,
    refunded.ordered_on as original_on,
    narrow_money(refunded.given_back - coalesce(by_lines.amount, 0)) as amount,
    refunded.sales,
    refunded.invalid_reason
  from refunded left join by_lines on by_lines.order_no = refunded.first_row_no
  where refunded.given_back <> coalesce(by_lines.amount, 0)
),
all_refunds as (
  select * from of_lines
  union all by name
  select * from of_columns
),
capped as (
  select
    *,
    narrow_money(
      if(order_no is null, 0, least(amount, greatest(sum(amount) over so_far - greatest(sales, 0), 0)))
    ) as excess
  from all_refunds
  window so_far as (partition by order_no order by refunded_on, row_no rows unbounded preceding)
),
buyers as (
  select customer_id, customer_no, first_ordered_on
  from orders
  where order_number = 1 and customer_id in (select customer_id from all_refunds)
)
select
  capped.row_no,
  capped.order_id,
  capped.order_no,
  capped.customer_id,
  buyers.customer_no,
  capped.refunded_on,
  capped.original_on,
  capped.amount,
  capped.excess,
  buyers.first_ordered_on,
  case
    when invalid_reason = 'cancelled' then 'cancelled'
    when invalid_reason is not null then 'not_counted'
    when buyers.customer_no is not null then null
    when order_no is not null then 'anonymous'
    when capped.customer_id is not null then 'no_orders'
    else 'nobody'
  end as outside,
  outside is null as is_of_customer
from capped left join buyers using (customer_id);

comment on table refunds is 'Money given back; a refund is never an order';
comment on column refunds.row_no is 'Row of the file that says so';
comment on column refunds.order_id is 'The order it is of; null where no order of the file is';
comment on column refunds.order_no is 'First row of that order';
comment on column refunds.customer_id is 'Whose money it was; null for nobody known';
comment on column refunds.customer_no is
  'A short number for the customer; null where they have no valid order';
comment on column refunds.refunded_on is 'Day of the refund; the order''s day where the file gives no other';
comment on column refunds.original_on is 'Day of the order it is of; null where unknown';
comment on column refunds.amount is 'Positive: what was given back, in full';
comment on column refunds.excess is
  'What of it is more than the order''s sales: outside, but in the cash view';
comment on column refunds.first_ordered_on is 'First valid order of the customer; null where there is none';
comment on column refunds.outside is
  'Why no customer figure has it: cancelled, not_counted (its order), anonymous, no_orders, nobody';
comment on column refunds.is_of_customer is
  'The customer has valid orders and the refunded order, where known, is one';

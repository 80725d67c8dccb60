-- Orders, and which of them count as a purchase.
-- Grain: one row per order. Valid: not cancelled, net above 0, not fully refunded (each a choice of the project).
create or replace table orders as
with params as (
  select
    $cancelled::varchar as cancelled,
    $zero_net::varchar as zero_net,
    $fully_refunded::varchar as fully_refunded
),
named as (
  select
    gathered_orders.* exclude (customer_id),
    if(customer_keys.is_anonymous, null, gathered_orders.customer_id) as customer_id,
    if(customer_keys.is_anonymous, null, customer_keys.customer_no) as customer_no
  from gathered_orders left join customer_keys using (customer_id)
),
judged as (
  select
    named.*,
    case
      when is_cancelled and cancelled = 'drop' then 'cancelled'
      when sales <= 0 and zero_net = 'drop' then 'zero_net'
      when sales > 0 and sales - refunds <= 0 and fully_refunded = 'drop' then 'fully_refunded'
    end as invalid_reason
  from named cross join params
),
counted as (
  select * exclude (customer_no), if(invalid_reason is null, customer_no, null) as customer_no
  from judged
),
-- Sorted narrow and joined back: wide rows would be carried through the sort. Orders of one moment stand in the
-- order of their ids, as in the published references; a first order must not hang on a hash.
sequenced as (
  select
    first_row_no,
    row_number() over sequence as order_number,
    first_value(ordered_at::date) over sequence as first_ordered_on,
    lead(ordered_at::date) over sequence as next_ordered_on
  from counted
  where customer_no is not null
  window sequence as (partition by customer_no order by ordered_at, order_id)
)
select
  order_id,
  customer_id,
  customer_no,
  ordered_at,
  ordered_at::date as ordered_on,
  sales,
  refunds,
  sales - refunds as net,
  lines::integer as lines,
  first_row_no,
  has_discount,
  invalid_reason is null as is_valid,
  invalid_reason,
  order_number::integer as order_number,
  first_ordered_on,
  next_ordered_on
from counted left join sequenced using (first_row_no);

comment on table orders is 'One row per order; only those with is_valid count as a purchase';
comment on column orders.order_id is 'The file''s order id, or the row or customer''s day that stands for one';
comment on column orders.customer_id is 'Who bought; null for an anonymous order';
comment on column orders.customer_no is 'A short number for the customer; null where the order is not counted';
comment on column orders.ordered_at is 'Earliest time on the order''s lines, the shop''s wall clock';
comment on column orders.ordered_on is 'Day of ordered_at';
comment on column orders.sales is 'Sum of the order''s lines before refunds';
comment on column orders.refunds is 'Refunds that name this order';
comment on column orders.net is 'sales less refunds';
comment on column orders.lines is 'Number of sale lines';
comment on column orders.first_row_no is 'First row of the order in the file';
comment on column orders.has_discount is 'At least one line has a discount or a code';
comment on column orders.is_valid is 'Counts as a purchase';
comment on column orders.invalid_reason is 'cancelled, zero_net or fully_refunded; null for a valid order';
comment on column orders.order_number is 'Which purchase of the customer it is, from 1; null where it is not counted';
comment on column orders.first_ordered_on is 'Day of the customer''s first valid order; null where it is not counted';
comment on column orders.next_ordered_on is 'Day of the customer''s next valid order; null for the last';

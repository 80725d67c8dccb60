-- Orders, and which of them count as a purchase.
-- Grain: one row per order. Valid: not cancelled, net above 0, not fully refunded (each a choice of the
-- project).
create or replace table orders as
select
  order_id,
  if(is_anonymous, null, customer_id) as customer_id,
  customer_no,
  ordered_at,
  day_of(ordered_at) as ordered_on,
  sales,
  refunds,
  narrow_money(sales - refunds) as net,
  given_back,
  lines::integer as lines,
  first_row_no,
  has_discount,
  invalid_reason is null as is_valid,
  invalid_reason,
  order_number,
  first_ordered_on,
  next_ordered_on
from gathered_orders join order_sequence using (first_row_no);

comment on table orders is 'One row per order; only those with is_valid count as a purchase';
comment on column orders.order_id is
  'The file''s order id, or the row or customer''s day that stands for one';
comment on column orders.customer_id is 'Who bought; null for an anonymous order';
comment on column orders.customer_no is
  'A short number for the customer; null where the order is not counted';
comment on column orders.ordered_at is 'Earliest time on the order''s lines, the shop''s wall clock';
comment on column orders.ordered_on is
  'Day of ordered_at; the hours before the day ends are of the day before';
comment on column orders.sales is 'Sum of the order''s lines before refunds';
comment on column orders.refunds is 'What was given back of this order, up to its sales';
comment on column orders.given_back is 'All that was given back of this order, beyond its sales too';
comment on column orders.net is 'sales less refunds';
comment on column orders.lines is 'Number of sale lines';
comment on column orders.first_row_no is 'First row of the order in the file';
comment on column orders.has_discount is 'At least one line has a discount or a code';
comment on column orders.is_valid is 'Counts as a purchase';
comment on column orders.invalid_reason is 'cancelled, zero_net or fully_refunded; null for a valid order';
comment on column orders.order_number is
  'Which purchase of the customer it is, from 1; null where it is not counted';
comment on column orders.first_ordered_on is
  'Day of the customer''s first valid order; null where it is not counted';
comment on column orders.next_ordered_on is 'Day of the customer''s next valid order; null for the last';

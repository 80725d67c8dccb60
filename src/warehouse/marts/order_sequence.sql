-- Which orders count as a purchase, and as which of whose: a step of its own, so that its sorting is over,
-- and its memory given back, before the wide rows of orders are written.
-- Grain: one row per order. Valid: not cancelled, net above 0, not fully refunded (each a choice of the
-- project).
create or replace temp table order_sequence as
with params as (
  select
    $cancelled::varchar as cancelled,
    $zero_net::varchar as zero_net,
    $fully_refunded::varchar as fully_refunded
),
judged as (
  select
    first_row_no,
    order_id,
    ordered_at,
    customer_keys.customer_no,
    coalesce(customer_keys.is_anonymous, false) as is_anonymous,
    case
      when is_cancelled and cancelled = 'drop' then 'cancelled'
      when sales <= 0 and zero_net = 'drop' then 'zero_net'
      when sales > 0 and sales - refunds <= 0 and fully_refunded = 'drop' then 'fully_refunded'
    end as invalid_reason
  from gathered_orders cross join params left join customer_keys using (customer_id)
),
counted as (
  select
    * exclude (customer_no),
    if(invalid_reason is null and not is_anonymous, customer_no, null) as customer_no
  from judged
)
-- Orders of one moment stand in the order of their ids, as in the published references; a first order must
-- not hang on a hash.
select
  first_row_no,
  customer_no,
  is_anonymous,
  invalid_reason,
  (row_number() over sequence)::integer as order_number,
  first_value(day_of(ordered_at)) over sequence as first_ordered_on,
  lead(day_of(ordered_at)) over sequence as next_ordered_on
from counted
where customer_no is not null
window sequence as (partition by customer_no order by ordered_at, order_id)
union all
select
  first_row_no, customer_no, is_anonymous, invalid_reason, null as order_number, null as first_ordered_on,
  null as next_ordered_on
from counted
where customer_no is null;

comment on table order_sequence is 'Which orders count as a purchase, and as which of whose';
comment on column order_sequence.first_row_no is 'First row of the order in the file';
comment on column order_sequence.customer_no is
  'A short number for the customer; null where the order is not counted';
comment on column order_sequence.is_anonymous is 'The key stands for nobody in particular';
comment on column order_sequence.invalid_reason is
  'cancelled, zero_net or fully_refunded; null for a valid order';
comment on column order_sequence.order_number is
  'Which purchase of the customer it is, from 1; null where it is not counted';
comment on column order_sequence.first_ordered_on is
  'Day of the customer''s first valid order; null where it is not counted';
comment on column order_sequence.next_ordered_on is
  'Day of the customer''s next valid order; null for the last';

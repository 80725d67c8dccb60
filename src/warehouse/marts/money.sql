-- Money beside the sales of valid orders, on the day that the chosen view of refunds gives it.
-- Grain: a macro, one row per refund and, in the cash view, per order that was paid and is no purchase.
-- Amounts below 0 were given back. original_order: refunds of valid orders, no more than their sales, on the
-- day of the order, those of no known order on their own. refund_date: all refunds on their own day and in
-- full, with the sales of every order that was not cancelled. Without customer_no: of nobody who has valid
-- orders. of_orders is the part that makes the money of valid orders, for averages by order: in the cash view
-- too it counts on the day of the order.
create or replace macro money_beside(by_view) as table (
  select
    'refund' as kind,
    row_no,
    order_no,
    customer_no,
    first_ordered_on,
    coalesce(original_on, refunded_on) as moved_on,
    excess - amount as amount,
    excess - amount as of_orders
  from refunds
  where by_view = 'original_order' and coalesce(outside = 'anonymous', true)
  union all
  select 'refund', row_no, order_no, customer_no, first_ordered_on, refunded_on, -amount, 0
  from refunds
  where by_view = 'refund_date' and outside is distinct from 'cancelled'
  union all
  select
    'sale', orders.first_row_no, orders.first_row_no, customers.customer_no, customers.first_ordered_on,
    ordered_on, orders.sales, 0
  from orders left join customers using (customer_id)
  where by_view = 'refund_date' and not is_valid and invalid_reason <> 'cancelled'
  union all
  select
    'of_orders', row_no, order_no, customer_no, first_ordered_on, coalesce(original_on, refunded_on), 0,
    excess - amount
  from refunds
  where by_view = 'refund_date' and coalesce(outside = 'anonymous', true)
);

comment on macro table money_beside is
  'Refunds, and in the cash view sales of orders that are no purchases, on the day on which they stand';

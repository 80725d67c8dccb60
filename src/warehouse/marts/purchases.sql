-- What a customer's first and second purchase are: orders, or, where a day of purchase is one occasion, days.
-- Grain: macros, one row per customer with such a purchase. They read `orders` as the question that calls
-- them knows it.

-- Whether days count instead of orders, in repeat and cohort figures.
create or replace macro counts_days() as (select occasion = 'day' from project);

-- first_row_no: the order; of several on the first day the last, which knows when the customer came back:
-- next_ordered_on.
create or replace macro first_purchases(by_day) as table (
  select customer_no, first_row_no, ordered_on, next_ordered_on
  from orders
  where if(
    by_day,
    ordered_on = first_ordered_on and next_ordered_on is distinct from ordered_on,
    order_number = 1
  )
);

-- first_row_no: the order; of several on the second day the first.
create or replace macro second_purchases(by_day) as table (
  select
    customer_no,
    arg_min(first_row_no, order_number) as first_row_no,
    min(ordered_on) as ordered_on
  from orders
  where if(by_day, ordered_on > first_ordered_on, order_number = 2)
  group by customer_no
);

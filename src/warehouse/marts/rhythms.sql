-- What is the usual gap of each customer between days of purchase?
-- Grain: a macro, one row per customer with at least `fewest_gaps` such gaps up to `until_on`. Units: days.
-- Several orders on one day are one. It reads `orders` as the question that calls it knows it.
create or replace macro rhythms(fewest_gaps, until_on) as table (
  select
    customer_no,
    count(*) - 1 as gaps,
    median(if(next_ordered_on <= until_on, next_ordered_on - ordered_on, null)) as median_gap
  from orders
  where customer_no is not null
    and ordered_on <= until_on
    and next_ordered_on is distinct from ordered_on
    and customer_no in (select customer_no from orders where order_number > fewest_gaps)
  group by customer_no
  having count(*) > any_value(fewest_gaps)
);

comment on macro table rhythms is
  'Median gap of each customer between days of purchase, and how many gaps it is the median of';

-- Question: what is a customer worth by the rules of thumb that articles for shop owners give? The inputs of
-- their three sums.
-- Grain: one row per shop.
-- Units: money in the currency's units; months of 30.4375 days.
-- The window is the last window_days. Months kept are counted over customers whose first order is at least
-- settled_days old, and are too short by what these customers will still do.
with params as (
  select
    $window_days::integer as window_days,
    $settled_days::integer as settled_days,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    $refunds::varchar as refund_mode,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
bought as (
  select customer_no, first_ordered_on, ordered_on, sales, window_days, settled_days, from_on, as_of
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
lately as (
  select count(*) as orders, count(distinct customer_no) as customers, sum(sales) as sales
  from bought
  where ordered_on > as_of - window_days and coalesce(ordered_on >= from_on, true)
),
given_back as (
  select coalesce(sum(of_orders), 0) as amount
  from money_beside((select refund_mode from params)) cross join params
  where customer_no is not null
    and moved_on <= as_of
    and moved_on > as_of - window_days
    and coalesce(moved_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
people as (
  select
    customer_no,
    count(*) as orders,
    greatest((max(ordered_on) - first_ordered_on)::decimal(14, 4), 30.4375) as days
  from bought
  where first_ordered_on <= as_of - settled_days
    and coalesce(first_ordered_on >= from_on, true)
  group by customer_no, first_ordered_on
),
settled as (
  -- Days are summed exactly, a month at least each: the same customers in another order give the same.
  select
    count(*) as settled_customers,
    sum(days) / count(*) / 30.4375 as months_kept,
    30.4375 * sum(people.orders) / sum(days) as orders_per_month
  from people
)
select
  lately.orders::integer as orders,
  customers::integer as customers,
  ((sales + given_back.amount) / nullif(lately.orders, 0))::double as average_order,
  lately.orders / nullif(customers, 0) as orders_per_customer,
  orders_per_customer * 365 / window_days as orders_per_year,
  settled_customers::integer as settled_customers,
  months_kept::double as months_kept,
  orders_per_month::double as orders_per_month
from lately cross join given_back cross join settled cross join params
order by orders;

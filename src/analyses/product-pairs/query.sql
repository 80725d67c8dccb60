-- Question: what is bought together?
-- Grain: one row per two products that stand in enough orders together, surest first. Units: rates 0..1; lift is how many times as often as by chance.
-- Its interval is Wilson's of the part of the first product's orders that hold the second, divided by the second's part of all orders.
with params as (
  select $least::integer as least_orders, $from::date as from_on, $to::date as to_on, $customer_type::varchar as customer_type,
    coalesce($as_of::date, project.as_of) as as_of
  from project
),
sold as (
  select order_no, product_no
  from order_products cross join params
  where ordered_on <= as_of and coalesce(ordered_on >= from_on, true) and coalesce(ordered_on <= to_on, true)
    and (params.customer_type is null or customer_no is null or customer_no in (
      select customer_no from customers, params where customers.customer_type = params.customer_type
    ))
),
counts as (select product_no, count(*) as orders from sold group by product_no),
-- A product in too few orders cannot be in enough together with another.
often as (
  select order_no, product_no from sold semi join (select product_no from counts, params where orders >= least_orders) as frequent using (product_no)
),
pairs as (
  select first.product_no as first_no, second.product_no as second_no, count(*) as orders
  from often as first join often as second on first.order_no = second.order_no and first.product_no < second.product_no
  group by all
  having count(*) >= (select least_orders from params)
),
sized as (
  select pairs.*, one.orders as first_orders, other.orders as second_orders, (select count(distinct order_no) from sold) as all_orders,
    pairs.orders / one.orders as rate, 3.841458820694124 / one.orders as z2n
  from pairs join counts as one on one.product_no = first_no join counts as other on other.product_no = second_no
),
bounded as (
  select *, (rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n) as low,
    (rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n) as high, second_orders / all_orders as by_chance
  from sized
)
select one.product as product, other.product as other_product, bounded.orders::integer as orders, first_orders::integer as product_orders,
  second_orders::integer as other_orders, all_orders::integer as all_orders, bounded.orders / all_orders as support, rate as confidence,
  bounded.orders / second_orders as other_confidence, rate / by_chance as lift, greatest(low, 0) / by_chance as lift_low, least(high, 1) / by_chance as lift_high
from bounded join products as one on one.product_no = first_no join products as other on other.product_no = second_no
order by lift_low desc, orders desc, product, other_product;

-- Question: what is bought together?
-- Grain: one row per pair of products that are in enough orders together, the one in more orders first;
-- surest first.
-- Units: rates 0..1; lift is how many times as often as by chance.
-- The interval of the lift comes from the delta method on its logarithm, the same whichever product is named
-- first. Pairs compete where each product is in enough orders, together or not. SQL leaves p_value,
-- p_adjusted and is_beyond_chance empty: they are worked out from these counts.
with params as (
  select
    $least::integer as least_orders,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of
  from project
),
sold as (
  select order_no, product_no
  from order_products cross join params
  where ordered_on <= as_of
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
counts as (select product_no, count(*) as orders from sold group by product_no),
-- A product in too few orders cannot be in enough together with another.
often as (
  select order_no, product_no
  from sold
  semi join (
    select product_no from counts, params where orders >= least_orders
  ) as frequent using (product_no)
),
pairs as (
  select first.product_no as first_no, second.product_no as second_no, count(*) as orders
  from often as first
  join often as second on first.order_no = second.order_no and first.product_no < second.product_no
  group by all
  having count(*) >= (select least_orders from params)
),
totals as (select count(distinct order_no) as all_orders from sold),
sized as (
  select
    pairs.*,
    one.orders as first_orders,
    other.orders as second_orders,
    all_orders,
    second_orders > first_orders as is_turned,
    pairs.orders * all_orders / first_orders / second_orders as lift,
    lift_reach(pairs.orders, first_orders, second_orders, all_orders) as reach
  from pairs cross join totals
  join counts as one on one.product_no = first_no
  join counts as other on other.product_no = second_no
),
family as (
  select count(*) * (count(*) - 1) / 2 as compared
  from counts, params
  where orders >= least_orders
)
select
  if(is_turned, other.product, one.product) as product,
  if(is_turned, one.product, other.product) as other_product,
  sized.orders::integer as orders,
  greatest(first_orders, second_orders)::integer as product_orders,
  least(first_orders, second_orders)::integer as other_orders,
  all_orders::integer as all_orders,
  sized.orders / all_orders as support,
  sized.orders / product_orders as confidence,
  sized.orders / other_orders as other_confidence,
  lift,
  lift / reach as lift_low,
  lift * reach as lift_high,
  compared,
  null::double as p_value,
  null::double as p_adjusted,
  null::boolean as is_beyond_chance
from sized cross join family
join products as one on one.product_no = first_no
join products as other on other.product_no = second_no
order by round(lift_low, 9) desc, orders desc, product, other_product;

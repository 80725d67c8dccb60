-- Question: which product do customers go to from the one they began with?
-- Grain: one row per product of the first order and product of the next, largest first; null is all other
-- products.
-- Units: customers, each in one row only, by the product of the order's largest line; rates 0..1.
-- The next order may be on the same day, unless a day of purchase is one occasion: then the largest line of
-- each day counts.
with params as (
  select
    $top::integer as top,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
joiners as (
  select customer_no, ordered_on, next_ordered_on
  from first_purchases(counts_days()) cross join params
  where ordered_on <= as_of
    and coalesce(next_ordered_on <= as_of, false)
    and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
-- Of equal products the first by name; where several stand in an order and no line says what it is worth,
-- none is the largest.
largest as (
  select
    customer_no,
    place,
    if(
      count(*) = 1 or count(worth) > 0,
      first(product_no order by worth desc nulls last, product_no),
      null
    ) as product_no
  from (
    select
      customer_no,
      product_no,
      worth,
      case
        when not counts_days() then order_number
        when sold.ordered_on = joiners.ordered_on then 1
        when sold.ordered_on = next_ordered_on then 2
      end as place
    from order_products as sold join joiners using (customer_no)
  )
  where place <= 2
  group by customer_no, place
),
moves as (
  select began.product_no as first_no, followed.product_no as next_no
  from joiners
  left join (select * from largest where place = 1) as began using (customer_no)
  left join (select * from largest where place = 2) as followed using (customer_no)
),
firsts as (
  select first_no, row_number() over (order by count(*) desc, first_no) as place
  from moves
  where first_no is not null
  group by first_no
),
nexts as (
  select next_no, row_number() over (order by count(*) desc, next_no) as place
  from moves
  where next_no is not null
  group by next_no
),
flows as (
  select
    if(firsts.place <= top, first_no, null) as from_no,
    if(nexts.place <= top, next_no, null) as to_no,
    count(*) as customers,
    count(*) filter (first_no = next_no) as again,
    count(*) filter (first_no is null or next_no is null) as untold
  from moves cross join params
  left join firsts using (first_no)
  left join nexts using (next_no)
  group by all
),
counted as (
  select *, sum(customers) over (partition by from_no) as began, sum(customers) over () as went_on
  from flows
)
select
  began.product as product,
  followed.product as next_product,
  customers::integer as customers,
  counted.began::integer as began,
  customers / counted.began as rate,
  again::integer as again,
  untold::integer as untold,
  went_on::integer as went_on
from counted
left join products as began on began.product_no = from_no
left join products as followed on followed.product_no = to_no
order by from_no is null, counted.began desc, product, to_no is null, customers desc, next_product;

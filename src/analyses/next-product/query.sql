-- Question: what do customers buy next, after what they began with?
-- Grain: one row per product of first orders and product of the next order that enough customers bought,
-- surest first.
-- Units: rates 0..1.
-- An order of several products counts for each of them, so rows overlap. The next order may be on the same
-- day, unless a day of purchase is one occasion: then everything bought on the first day is the beginning.
-- Pairs compete where enough customers went on from the first product and enough went on to the second. SQL
-- leaves p_value, p_adjusted and is_beyond_chance empty: they are worked out from these counts.
with params as (
  select
    $least::integer as least_customers,
    $same::varchar as same,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
joiners as (
  select customer_no, ordered_on, next_ordered_on, coalesce(next_ordered_on <= as_of, false) as is_on
  from first_purchases(counts_days()) cross join params
  where ordered_on <= as_of
    and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
bought as (
  select distinct
    customer_no,
    product_no,
    is_on,
    case
      when not counts_days() then order_number
      when sold.ordered_on = joiners.ordered_on then 1
      when sold.ordered_on = next_ordered_on then 2
    end as place
  from order_products as sold join joiners using (customer_no)
  where place = 1 or (place = 2 and is_on)
),
firsts as (
  select product_no, count(*) as customers, count(*) filter (is_on) as went_on
  from bought
  where place = 1
  group by product_no
),
nexts as (select product_no, count(*) as customers from bought where place = 2 group by product_no),
-- A product that too few went on from, or to, is in no row.
began as (
  select customer_no, product_no
  from bought
  semi join (
    select product_no from firsts, params where went_on >= least_customers
  ) as often using (product_no)
  where place = 1 and is_on
),
followed as (
  select customer_no, product_no
  from bought
  semi join (
    select product_no from nexts, params where customers >= least_customers
  ) as often using (product_no)
  where place = 2
),
pairs as (
  select began.product_no as first_no, followed.product_no as next_no, count(*) as x
  from began join followed using (customer_no)
  group by all
  having count(*) >= (select least_customers from params)
),
family as (
  select count(*) filter (firsts.went_on >= least_customers)
    * count(*) filter (nexts.customers >= least_customers)
    - if(
      same = 'with',
      0,
      count(*) filter (firsts.went_on >= least_customers and nexts.customers >= least_customers)
    ) as compared
  from params left join (firsts full join nexts using (product_no)) on true
  group by same
),
counted as (
  select
    pairs.*,
    firsts.customers,
    firsts.went_on as n,
    nexts.customers as bought,
    of_all.went_on - n as m,
    bought - x as y,
    x / n as p,
    if(m > 0, y / m, null) as q,
    3.841458820694124 / n as zn,
    if(m > 0, 3.841458820694124 / m, null) as zm
  from pairs
  join firsts on firsts.product_no = first_no
  join nexts on nexts.product_no = next_no
  cross join (select count(*) filter (is_on) as went_on from joiners) as of_all
  cross join params
  where same = 'with' or first_no <> next_no
),
bounds as (
  select
    *,
    (p + zn / 2 - sqrt(zn * (p * (1 - p) + zn / 4))) / (1 + zn) as p_low,
    (p + zn / 2 + sqrt(zn * (p * (1 - p) + zn / 4))) / (1 + zn) as p_high,
    (q + zm / 2 - sqrt(zm * (q * (1 - q) + zm / 4))) / (1 + zm) as q_low,
    (q + zm / 2 + sqrt(zm * (q * (1 - q) + zm / 4))) / (1 + zm) as q_high
  from counted
)
select
  began.product as product,
  bounds.customers::integer as customers,
  n::integer as went_on,
  followed.product as next_product,
  x::integer as next_customers,
  p as rate,
  greatest(p_low, 0) as low,
  least(p_high, 1) as high,
  bought / (n + m) as base_rate,
  -- All who went on hold these customers too: the distance is that from the others times their part.
  coalesce((p - q) * m / (n + m), 0) as difference,
  (p - q - sqrt((p - p_low) ** 2 + (q_high - q) ** 2)) * m / (n + m) as difference_low,
  (p - q + sqrt((p_high - p) ** 2 + (q - q_low) ** 2)) * m / (n + m) as difference_high,
  (n + m)::integer as all_went_on,
  bought::integer as all_next_customers,
  compared::double as compared,
  null::double as p_value,
  null::double as p_adjusted,
  null::boolean as is_beyond_chance
from bounds cross join family
join products as began on began.product_no = first_no
join products as followed on followed.product_no = next_no
order by difference_low desc nulls last, next_customers desc, product, next_product;

-- Question: what do customers buy again, and how soon?
-- Grain: one row per product with enough buyers, largest net first.
-- Units: money in the currency's units; rates 0..1; days from one day of purchase of the product to the next.
-- A customer who has not bought it again may still do so: waits are Kaplan–Meier estimates up to as_of.
with params as (
  select
    $least::integer as least_buyers,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
sold as (
  select product_no, customer_no, ordered_on, sales
  from order_products cross join params
  where ordered_on <= as_of
    and coalesce(ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
-- A refund is of the product, the customer and the day that its own row names; in the cash view orders that
-- are no purchases were paid too.
beside as (
  select
    product_no,
    sum(if(is_row, -money.amount, product_money.amount)) filter (kind = 'refund') as refunded,
    sum(product_money.amount) filter (kind = 'sale') as paid
  from money_beside((select refunds from params)) as money
  join product_money using (kind, row_no)
  cross join params
  where moved_on <= as_of
    and coalesce(moved_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by product_no
),
sums as (
  select
    product_no,
    count(*) as orders,
    sum(sold.sales) + coalesce(any_value(paid), 0) as sales,
    coalesce(any_value(refunded), 0) as refunded
  from sold left join beside using (product_no)
  group by product_no
),
purchases as (
  select
    product_no,
    customer_no,
    ordered_on,
    lead(ordered_on) over (partition by product_no, customer_no order by ordered_on) as next_on
  from (select distinct product_no, customer_no, ordered_on from sold where customer_no is not null)
),
people as (
  select product_no, count(*) as buyers, count(*) filter (purchases > 1) as repeaters
  from (select product_no, customer_no, count(*) as purchases from purchases group by all)
  group by product_no
),
waits as (
  select
    product_no,
    (coalesce(next_on, as_of) - ordered_on)::integer as days,
    count(*) as waiting,
    count(next_on) as ended
  from purchases cross join params
  group by all
),
at_risk as (
  select *, sum(waiting) over (partition by product_no order by days desc) as at_risk
  from waits
),
curve as (
  select
    product_no,
    days,
    ended,
    1 - product(1 - ended / at_risk) over (partition by product_no order by days) as came_back
  from at_risk
),
gaps as (
  select
    product_no,
    min(days) filter (came_back >= 0.25 - 1e-12) as km_p25,
    min(days) filter (came_back >= 0.5 - 1e-12) as km_median,
    if(max(days) >= 90, coalesce(max(came_back) filter (days <= 90), 0), null) as again_90,
    if(max(days) >= 365, coalesce(max(came_back) filter (days <= 365), 0), null) as again_365,
    max(came_back) as seen
  from curve
  group by product_no
),
typical as (
  select product_no, min(days) as typical_days
  from curve join gaps using (product_no)
  where seen > 0 and came_back >= seen / 2 - 1e-12
  group by product_no
),
rates as (
  select *, repeaters / buyers as rate, 3.841458820694124 / buyers as z2n
  from people
)
select
  product,
  orders::integer as orders,
  buyers::integer as buyers,
  repeaters::integer as repeaters,
  rate as repeat_rate,
  greatest((rate + z2n / 2 - sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 0) as low,
  least((rate + z2n / 2 + sqrt(z2n * (rate * (1 - rate) + z2n / 4))) / (1 + z2n), 1) as high,
  again_90,
  again_365,
  km_p25::integer as km_p25_days,
  km_median::integer as km_median_days,
  typical_days::integer as typical_days,
  (sales - refunded)::double as net,
  if(sales > 0 and params.refunds <> 'none', refunded / sales, null)::double as refund_share
from products
join sums using (product_no)
join rates using (product_no)
left join gaps using (product_no)
left join typical using (product_no)
cross join params
where buyers >= least_buyers
order by net desc, product;

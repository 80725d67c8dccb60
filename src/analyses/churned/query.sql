-- Question: who has stopped buying, when did they cross the line, and what were they worth?
-- Grain: one row per customer.
-- Units: net_12_months is money in the currency's units, the net of the 12 months up to the last order.
-- crossed_on is the day on which a customer had been silent for more days than the rule allows. lost means
-- silent for more than twice as long.
with params as (
  select
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
points as (
  select at_risk_days, lapse_days
  from lapse_points(
    (select rule from params), (select days from params), (select as_of from params),
    (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
  )
),
-- The last order of each customer up to as_of; its number is how many there were, and one more where the
-- first of all does not count here.
people as (
  select
    customer_no,
    customer_id,
    ordered_on as last_on,
    first_ordered_on as first_on,
    order_number - if(customer_no in (select customer_no from orders where order_number = 1), 0, 1) as orders,
    first_row_no as last_row_no,
    has_discount as last_has_discount,
    as_of - ordered_on as days_silent,
    (ordered_on - interval 12 month)::date as after_on
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
    and (next_ordered_on is null or next_ordered_on > as_of)
    and coalesce(first_ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
flows as (
  select customer_no, ordered_on as flowed_on, sales as amount
  from orders
  where customer_no is not null
  union all
  select customer_no, moved_on, amount
  from money_beside((select refunds from params))
  where customer_no is not null
),
worth as (
  select customer_no, sum(amount) as net_12_months
  from flows join people using (customer_no)
  where flowed_on > after_on and flowed_on >= first_on and flowed_on <= last_on
  group by customer_no
),
judged as (
  select
    people.*,
    at_risk_days,
    lapse_days,
    standing(days_silent, first_on = last_on, at_risk_days, lapse_days) as status
  from people cross join points
),
-- Columns by name: beside steps that are kept, DuckDB would otherwise read all of them.
said as (select row_no, product, channel, country, customer_name, email, phone from source_rows)
select
  judged.customer_id as customer,
  last_on,
  days_silent::integer as days_silent,
  judged.status,
  coalesce(net_12_months, 0)::double as net_12_months,
  if(days_silent > lapse_days, last_on + lapse_days + 1, null) as crossed_on,
  orders,
  first_on,
  said.product as last_product,
  said.channel as last_channel,
  said.country as last_country,
  last_has_discount,
  said.customer_name as name,
  lower(said.email) as email,
  said.phone,
  at_risk_days,
  lapse_days
from judged left join worth using (customer_no) left join said on said.row_no = last_row_no
order by net_12_months desc, customer;

-- Question: who are our customers, what has each of them brought, and who has not been seen for how long?
-- Grain: one row per customer with an order in the period.
-- Units: days; net and aov are money in the currency's units. Orders, net and aov are those of the period;
-- status, silence and lateness are as of its last day and see all orders before it. days_late is days silent
-- beyond the customer's own median gap, 0 where that is not over; null with fewer gaps than asked for.
with params as (
  select
    $gaps::integer as fewest_gaps,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
points as (
  select at_risk_days, lapse_days
  from lapse_points('lapse', null, (select as_of from params), (select of_type from params), 0.5, 0.2)
),
bought as (
  select
    customer_no,
    any_value(customer_id) as customer_id,
    any_value(first_ordered_on) as first_on,
    max(ordered_on) as last_on,
    count(*) as orders,
    sum(sales) as sales,
    arg_max(first_row_no, order_number) as last_row_no
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
    and coalesce(ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by customer_no
),
beside as (
  select customer_no, sum(amount) as amount, sum(of_orders) as of_orders
  from money_beside((select refunds from params)) cross join params
  where customer_no is not null and moved_on <= as_of and coalesce(moved_on >= from_on, true)
  group by customer_no
),
habits as (
  select customer_no, median_gap
  from rhythms((select fewest_gaps from params), (select as_of from params))
),
people as (
  select
    bought.*,
    as_of - last_on as days_silent,
    median_gap,
    sales + coalesce(amount, 0) as net,
    sales + coalesce(of_orders, 0) as of_orders
  from bought cross join params
  left join beside using (customer_no)
  left join habits using (customer_no)
),
-- Columns by name: beside steps that are kept, DuckDB would otherwise read all of them.
said as (
  select row_no, customer_name, email, phone, product, channel, country, has_consent
  from source_rows
)
select
  people.customer_id as customer,
  said.customer_name as name,
  standing(days_silent, first_on = last_on, at_risk_days, lapse_days) as status,
  net::double as net,
  orders::integer as orders,
  last_on,
  days_silent::integer as days_silent,
  if(median_gap is null, null, greatest(ceil(days_silent - median_gap), 0))::integer as days_late,
  median_gap::double as median_gap_days,
  (of_orders / orders)::double as aov,
  first_on,
  said.product as last_product,
  said.channel as last_channel,
  said.country as last_country,
  said.has_consent as accepts_marketing,
  lower(said.email) as email,
  said.phone
from people cross join points left join said on said.row_no = last_row_no
order by net desc, orders desc, last_on desc, customer;

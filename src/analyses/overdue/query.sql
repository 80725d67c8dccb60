-- Question: which regulars are later than is usual for them?
-- Grain: one row per customer with at least so many gaps between days of purchase.
-- Units: days; overdue is days silent ÷ the customer's own median gap; net_12_months is money in the
-- currency's units, the net of the 12 months up to the last order. is_lapsed is null where the shop has no
-- line.
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
  select lapse_days
  from lapse_points('lapse', null, (select as_of from params), (select of_type from params), 0.5, 0.2)
),
habits as (
  select customer_no, gaps, median_gap
  from rhythms((select fewest_gaps from params), (select as_of from params))
),
people as (
  select
    customer_no,
    orders.customer_id,
    ordered_on as last_on,
    first_ordered_on as first_on,
    gaps,
    median_gap,
    as_of - ordered_on as days_silent,
    first_row_no as last_row_no,
    (ordered_on - interval 12 month)::date as after_on
  from orders cross join params join habits using (customer_no)
  where ordered_on <= as_of
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
-- Columns by name: beside steps that are kept, DuckDB would otherwise read all of them.
said as (select row_no, product, customer_name, email, phone from source_rows)
select
  people.customer_id as customer,
  last_on,
  days_silent::integer as days_silent,
  gaps::integer as gaps,
  median_gap::double as median_gap_days,
  days_silent / median_gap as overdue,
  coalesce(net_12_months, 0)::double as net_12_months,
  days_silent > lapse_days as is_lapsed,
  said.product as last_product,
  said.customer_name as name,
  lower(said.email) as email,
  said.phone
from people cross join points
left join worth using (customer_no)
left join said on said.row_no = last_row_no
order by net_12_months desc, customer;

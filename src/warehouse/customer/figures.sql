-- Question: what has this customer brought, and how long have they been away against their own habit and the
-- shop's?
-- Grain: one row for a customer with a valid order up to as_of, none for anybody else. Money in the
-- currency's units: net is sales less all that was given back to them; null where the file names no amounts.
-- overdue is days silent ÷ their own median gap between days of purchase. The shop's days are those of "When
-- silence means gone".
with params as (
  select $customer::varchar as customer, as_of, customer_type as counted_type, has_amounts
  from project
),
bought as (
  select
    customer_no,
    any_value(customer_id) as customer_id,
    any_value(as_of) as as_of,
    min(ordered_on) as first_on,
    max(ordered_on) as last_on,
    count(*) as orders,
    sum(sales) as sales,
    arg_max(first_row_no, order_number) as last_row_no,
    count(distinct ordered_on) - 1 as gaps,
    median(
      if(next_ordered_on > ordered_on and next_ordered_on <= as_of, next_ordered_on - ordered_on, null)
    ) as median_gap
  from orders cross join params
  where customer_id = customer and customer_no is not null and ordered_on <= as_of
  group by customer_no
),
given_back as (
  select coalesce(sum(amount - excess), 0) as refunds
  from refunds cross join params
  where customer_id = customer
    and is_of_customer
    and coalesce(original_on, refunded_on) <= as_of
),
kinds as (
  select customer_no, customer_type, if(counted_type is null, null, customer_type) as of_type
  from customers cross join params
  where customer_id = customer
),
points as (
  select at_risk_days, lapse_days
  from lapse_points('lapse', null, (select as_of from params), (select of_type from kinds), 0.5, 0.2)
),
reached as (
  select customer_name as name, lower(email) as email, phone, has_consent
  from source_rows
  where row_no in (select last_row_no from bought)
)
select
  customer_id as customer,
  name,
  email,
  phone,
  has_consent,
  customer_type,
  first_on,
  last_on,
  orders::integer as orders,
  if(has_amounts, sales, null)::double as sales,
  if(has_amounts, refunds, null)::double as refunds,
  if(has_amounts, sales - refunds, null)::double as net,
  if(has_amounts, (sales - refunds) / orders, null)::double as aov,
  (bought.as_of - last_on)::integer as days_silent,
  gaps::integer as gaps,
  median_gap::double as median_gap_days,
  (bought.as_of - last_on) / median_gap as overdue,
  standing(days_silent, first_on = last_on, at_risk_days, lapse_days) as status,
  at_risk_days,
  lapse_days,
  bought.as_of
from bought cross join params cross join given_back
join kinds using (customer_no)
cross join points
left join reached on true
order by customer;

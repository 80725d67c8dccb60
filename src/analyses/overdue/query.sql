-- Question: which regulars are later than is usual for them?
-- Grain: one row per customer with at least so many gaps between days of purchase. Units: days; overdue is days silent ÷ the customer's own median gap;
-- net_12_months in the currency's units, the net of the 12 months up to the last order.
with params as (
  select $gaps::integer as fewest_gaps, $refunds::varchar as refunds, $from::date as from_on, $to::date as to_on, $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of, if(refunds = 'original_order', 1, 0) as on_order
  from project
),
points as (
  select lapse_days from lapse_points('lapse', null, (select as_of from params), (select of_type from params), 0.5, 0.2)
),
people as (
  select customer_no, max(ordered_on) as last_on, count(*) - 1 as gaps, any_value(as_of) - last_on as days_silent,
    median(if(next_ordered_on <= as_of, next_ordered_on - ordered_on, null)) as median_gap, arg_max(first_row_no, order_number) as last_row_no, min(ordered_on) as first_on,
    (last_on - interval 12 month)::date as after_on
  from orders cross join params
  where customer_no is not null and ordered_on <= as_of and next_ordered_on is distinct from ordered_on
    and coalesce(first_ordered_on >= from_on, true) and coalesce(first_ordered_on <= to_on, true)
    and (of_type is null or customer_no in (select customer_no from customers, params where customer_type = of_type))
  group by customer_no
  having count(*) > any_value(fewest_gaps)
),
flows as (
  select customer_no, ordered_on as flowed_on, sales as amount from orders where customer_no is not null
  union all
  select customer_no, if(on_order = 1, coalesce(original_on, refunded_on), refunded_on), -amount
  from refunds cross join params join customers using (customer_id)
  where is_of_customer and params.refunds <> 'none'
),
worth as (
  select customer_no, sum(amount) as net_12_months
  from flows join people using (customer_no) cross join params
  where flowed_on > after_on and flowed_on >= first_on and flowed_on <= as_of
  group by customer_no
)
select customers.customer_id as customer, last_on, days_silent::integer as days_silent, gaps::integer as gaps, median_gap::double as median_gap_days,
  days_silent / median_gap as overdue, coalesce(net_12_months, 0)::double as net_12_months, coalesce(days_silent > lapse_days, false) as is_lapsed,
  source_rows.product as last_product, coalesce(source_rows.customer_name, contacts.customer_name) as name, contacts.email, contacts.phone
from people cross join points join customers using (customer_no) left join worth using (customer_no)
  left join source_rows on source_rows.row_no = last_row_no left join contacts on contacts.customer_id = customers.customer_id
order by net_12_months desc, customer;

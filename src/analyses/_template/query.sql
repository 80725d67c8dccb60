-- Question: on which days of the week do customers order?
-- Grain: one row per day of the week, Monday = 1; a day without orders is a row with 0.
-- Units: share 0..1; sales in the currency's units.
with params as (
  select
    $which::varchar as which,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of
  from project
),
days as (select unnest(range(1, 8))::integer as weekday),
counted as (
  select
    isodow(ordered_on)::integer as weekday,
    count(*) as orders,
    count(distinct customer_no) as customers,
    sum(sales) as sales
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
    and (which = 'all' or order_number = 1)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
)
select
  weekday,
  coalesce(orders, 0)::integer as orders,
  coalesce(customers, 0)::integer as customers,
  coalesce(sales, 0)::double as sales,
  (coalesce(orders, 0) / nullif(sum(orders) over (), 0))::double as share
from days left join counted using (weekday)
order by weekday;

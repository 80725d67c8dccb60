-- Question: do customers spend more the longer they stay?
-- Grain: one row per age since each customer's own first order, as far as anybody was watched; an age is a
-- month of 30 days, or a quarter or year of days.
-- Units: money in the currency's units.
-- Eligible: watched to the end of that age. Survivors: those of them who ordered at that age or later.
with params as (
  select
    $length_days::varchar::integer as length_days,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
joiners as (
  select
    customer_no,
    customer_id,
    first_ordered_on as first_on,
    (as_of - first_ordered_on)::integer // length_days as watched
  from customers cross join params
  where first_ordered_on <= as_of
    and coalesce(first_ordered_on >= known_on, true)
    and coalesce(first_ordered_on >= from_on, true)
    and coalesce(first_ordered_on <= to_on, true)
    and coalesce(customer_type = of_type, true)
),
bought as (
  select
    customer_no,
    (ordered_on - first_ordered_on)::integer // length_days as age,
    count(*) as orders,
    sum(sales) as sales,
    max((as_of - first_ordered_on)::integer // length_days) as watched
  from orders cross join params
  where ordered_on <= as_of and customer_no in (select customer_no from joiners)
  group by all
),
last_bought as (
  select last_age, count(*) as customers
  from (select customer_no, max(age) as last_age from bought where age < watched group by customer_no)
  group by last_age
),
sold as (
  select age, count(*) as buyers, sum(orders) as orders, sum(sales) as sales
  from bought
  where age < watched
  group by age
),
given_back as (
  select
    (moved_on - first_on)::integer // length_days as age,
    -sum(amount) as amount,
    sum(of_orders) as of_orders
  from money_beside((select refunds from params)) join joiners using (customer_no) cross join params
  where moved_on >= first_on and (moved_on - first_on)::integer // length_days < watched
  group by age
),
ages as (
  select unnest(range(most)) as age
  from (select max(watched) as most from joiners)
),
sizes as (select watched, count(*) as customers from joiners group by watched),
eligible as (
  select age, sum(sizes.customers) as eligible
  from ages join sizes on sizes.watched > ages.age
  group by age
),
survivors as (
  select age, sum(last_bought.customers) as survivors
  from ages join last_bought on last_bought.last_age >= ages.age
  group by age
),
joined as (
  select
    age,
    eligible,
    coalesce(survivors, 0) as survivors,
    coalesce(buyers, 0) as buyers,
    coalesce(orders, 0) as orders,
    coalesce(sales, 0) - coalesce(amount, 0) as net,
    coalesce(sales, 0) + coalesce(of_orders, 0) as of_orders
  from eligible
  left join survivors using (age)
  left join sold using (age)
  left join given_back using (age)
)
select
  age::integer as age,
  eligible::integer as eligible,
  survivors::integer as survivors,
  buyers::integer as buyers,
  orders::integer as orders,
  net::double as net,
  (net / eligible)::double as net_per_customer,
  if(survivors > 0, net / survivors, null)::double as net_per_survivor,
  if(orders > 0, of_orders / orders, null)::double as aov
from joined
order by age;

-- Question: what did the lost customers cost, and what would keeping more of the new ones bring?
-- Grain: one row per horizon of 12, 36 and 60 months; no rows where the shop has no line.
-- Units: money in the currency's units; points of a monthly share 0..1.
-- Lost: crossed the line of silence within the last window_months; their worth is the net of the 12 months up
-- to the last order. To come: as many new customers as in the last 12 whole months, of whom each month the
-- same share orders (pooled over complete cells); then the same with that share raised by points from the
-- month after their first on.
with params as (
  select
    $fewest::integer as fewest,
    $points::double / 100 as points,
    $margin::double as margin,
    $window_months::integer as window_months,
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
lines as (
  select lapse_days
  from lapse_points(
    (select rule from params), (select days from params), (select as_of from params),
    (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
  )
),
whole as (
  select
    max(month_no) as last_no,
    min(month_no) filter (coalesce(month_on >= known_on, true) and month_no >= 0) as first_no
  from calendar cross join params
  where last_day(day) <= as_of
),
people as (
  select
    customer_no,
    first_ordered_on as first_on,
    (ordered_on - interval 12 month)::date as after_on,
    ordered_on as last_on,
    ordered_on + lapse_days + 1 as crossed_on
  from orders cross join params cross join lines
  where customer_no is not null
    and ordered_on <= as_of
    and (next_ordered_on is null or next_ordered_on > as_of)
    and coalesce(first_ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
-- Of the orders of a customer in one month the last one counts the customer.
flows as (
  select
    customer_no,
    ordered_on as flowed_on,
    sales as amount,
    next_ordered_on is null or next_ordered_on > as_of or next_ordered_on > last_day(ordered_on) as counts
  from orders cross join params
  where customer_no is not null
  union all
  select customer_no, moved_on, amount, false
  from money_beside((select refunds from params))
  where customer_no is not null
),
paid as (
  select people.*, flowed_on, amount, counts, as_of, window_months
  from flows join people using (customer_no) cross join params
  where flowed_on >= first_on and flowed_on <= as_of
),
lost as (
  select
    count(distinct customer_no) as lost_customers,
    sum(amount) filter (flowed_on > after_on and flowed_on <= last_on) as lost_net
  from paid
  where crossed_on <= as_of and crossed_on > (as_of - to_months(window_months))::date
),
cells as (
  select
    bought.month_no - started.month_no as age,
    started.month_no as start_no,
    bought.month_no,
    count(*) filter (counts) as active,
    sum(amount) as net
  from paid
  join calendar as bought on bought.day = flowed_on
  join calendar as started on started.day = first_on
  group by all
),
ages as (
  select age, sum(active) as active
  from cells cross join whole
  where start_no >= first_no and month_no <= last_no
  group by age
),
joined as (
  select month_no as start_no, count(*) as customers
  from customers cross join params join calendar on day = first_ordered_on
  where first_ordered_on between coalesce(from_on, first_ordered_on) and as_of
    and coalesce(customer_type = of_type, true)
  group by month_no
),
sizes as (
  select offset_no as age, sum(customers) as customers
  from joined cross join whole cross join (select unnest(range(0, 60)) as offset_no)
  where start_no between first_no and last_no - offset_no
  group by offset_no
),
rates as (
  select sizes.age, coalesce(active, 0) / customers as rate, max(sizes.age) over () as known_age
  from sizes cross join params left join ages using (age)
  where customers >= fewest or sizes.age = 0
),
latest as (
  select
    (
      select coalesce(sum(customers), 0)
      from joined, whole
      where start_no between greatest(first_no, last_no - 11) and last_no
    )
      / (select last_no - greatest(first_no, last_no - 11) + 1 from whole) as new_per_month,
    sum(net) filter (age = 0) / sum(active) filter (age = 0) as net_first,
    sum(net) filter (age > 0) / nullif(sum(active) filter (age > 0), 0) as net_later
  from cells cross join whole
  where month_no between greatest(first_no, last_no - 11) and last_no
),
-- Where nobody is new, nobody to come brings anything, whatever one of them would.
ahead as (
  select
    horizon,
    case when months.age = 0 then net_first when known_age > 0 then coalesce(net_later, 0) end as net_each,
    known_age,
    if(new_per_month = 0, 0, (horizon - months.age) * new_per_month * rate * net_each) as net_as_is,
    if(
      new_per_month = 0,
      0,
      (horizon - months.age) * new_per_month * if(months.age = 0, rate, least(rate + points, 1)) * net_each
    ) as net_raised
  from (select unnest([12, 36, 60]) as horizon)
  cross join (select unnest(range(0, 60)) as age) as months cross join latest cross join params
  left join rates on rates.age = least(months.age, known_age)
  where months.age < horizon
),
sums as (
  select
    horizon,
    if(count(net_as_is) = count(*), sum(net_as_is), null) as as_is,
    if(count(net_raised) = count(*), sum(net_raised), null) as raised,
    max(known_age) as known_age
  from ahead
  group by horizon
)
select
  horizon::integer as horizon_months,
  lost_customers::integer as lost_customers,
  coalesce(lost_net, 0)::double as lost_net,
  (coalesce(lost_net, 0) * margin)::double as lost_margin,
  as_is::double as net_as_is,
  sums.raised::double as net_with_more,
  (sums.raised - as_is)::double as gain,
  ((sums.raised - as_is) * margin)::double as gain_margin,
  new_per_month::double as new_per_month,
  net_first::double as net_first_month,
  net_later::double as net_later_month,
  known_age::integer as known_months,
  lapse_days
from sums cross join latest cross join lost cross join lines cross join params
where lapse_days is not null
order by horizon_months;

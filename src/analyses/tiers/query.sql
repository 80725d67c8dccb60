-- Question: which tier is each customer in by the net of their last 12 months, since when, and who has moved?
-- Grain: one row per customer with an order up to as_of.
-- Units: money in the currency's units. An amount counts from its day until the same day a year later.
-- Gold and silver begin at their lines, bronze is any net above 0, none is the rest. The lines are given, or
-- are the least that the best tenth and the best third brought.
with params as (
  select
    $thresholds::varchar as thresholds,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of,
    least(coalesce($as_of::date, project.as_of), $to::date) - 90 as compared_on
  from project
),
people as (
  select customer_no, customer_id, first_ordered_on as first_on
  from customers cross join params
  where first_ordered_on <= as_of and coalesce(customer_type = of_type, true)
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
counted as (
  select customer_no, flowed_on, amount
  from flows join people using (customer_no) cross join params
  where flowed_on >= first_on and flowed_on <= as_of
),
moves as (
  select customer_no, day, sum(amount) as amount
  from (
    select customer_no, flowed_on as day, amount from counted
    union all
    select customer_no, (flowed_on + interval 12 month)::date, -amount from counted
  )
  group by customer_no, day
),
running as (
  select customer_no, day, amount, sum(amount) over (partition by customer_no order by day) as net
  from moves
),
today as (
  select customer_no, arg_max(net, day) as net
  from running cross join params
  where day <= as_of
  group by customer_no
),
best as (select list_sort(list(net), 'desc') as nets, count(*) as customers from today where net > 0),
lines as (
  select
    coalesce(given[1], nets[(customers + 2) // 3]::double) as silver_from,
    coalesce(given[2], nets[(customers + 9) // 10]::double) as gold_from
  from (select list_sort(string_split(thresholds, ',')::double[]) as given from params)
  cross join best
),
steps as (
  select
    customer_no,
    day,
    case
      when net <= 0 then 'none'
      when net >= gold_from then 'gold'
      when net >= silver_from then 'silver'
      else 'bronze'
    end as tier,
    case
      when net - amount <= 0 then 'none'
      when net - amount >= gold_from then 'gold'
      when net - amount >= silver_from then 'silver'
      else 'bronze'
    end as tier_before
  from running cross join lines
),
changes as (select * from steps where tier <> tier_before),
told as (
  select
    customer_no,
    arg_max(tier, day) filter (day <= as_of) as tier,
    max(day) filter (day <= as_of) as since_on,
    arg_max(tier_before, day) filter (day <= as_of) as tier_before,
    arg_max(tier, day) filter (day <= compared_on) as tier_then,
    min(day) filter (day > as_of) as changes_on,
    arg_min(tier, day) filter (day > as_of) as changes_to,
    array_to_string(list_sort(list(day || ' ' || tier) filter (day <= as_of)), ', ') as history
  from changes cross join params
  group by customer_no
),
judged as (
  select
    *,
    coalesce(tier, 'none') as tier_now,
    coalesce(tier_then, 'none') as tier_90_days_ago,
    list_position(['none', 'bronze', 'silver', 'gold'], tier_now)
      - list_position(['none', 'bronze', 'silver', 'gold'], tier_90_days_ago) as steps_up
  from people cross join params
  left join told using (customer_no)
  left join today using (customer_no)
)
select
  customer_id as customer,
  tier_now as tier,
  since_on,
  tier_before,
  coalesce(net, 0)::double as net_12_months,
  tier_90_days_ago,
  case
    when first_on > compared_on then 'new'
    when steps_up > 0 then 'up'
    when steps_up < 0 then 'down'
    else 'same'
  end as moved,
  changes_on,
  changes_to,
  history,
  silver_from,
  gold_from
from judged cross join lines
where coalesce(first_on >= from_on, true)
  and customer_no in (select customer_no from customers_shown)
order by net_12_months desc, customer;

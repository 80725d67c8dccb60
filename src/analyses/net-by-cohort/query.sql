-- Question: whose money is it: in which year or quarter did the customers start who bring the net of each
-- period?
-- Grain: one row per period that has begun and cohort with money in it; cohort is null for unknown buyers.
-- Units: money in the currency's units.
-- A refund before the period of the customer's first order is left out, as in cohorts.
with params as (
  select
    $grain::varchar as grain,
    $cohort_grain::varchar as cohort_grain,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
days as (
  select
    day,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as period,
    case cohort_grain when 'quarter' then quarter_on else year_on end as cohort
  from calendar join params on calendar.day <= params.as_of
),
sold as (
  select bought.period, started.cohort, count(*) as orders, sum(sales) as net
  from orders cross join params
  join days as bought on bought.day = orders.ordered_on
  left join days as started on started.day = orders.first_ordered_on
  where customer_no is not null
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
  union all
  select period, null, count(*), sum(sales)
  from orders cross join params join days on days.day = orders.ordered_on
  where is_valid and customer_no is null and of_type is null
  group by period
),
flows as (
  select period, cohort, orders, net
  from sold
  union all
  select moved.period, people.cohort, 0, amount
  from money_beside((select refunds from params)) as money cross join params
  join days as moved on moved.day = moved_on
  left join (
    select customer_no, cohort, period as first_period
    from customers cross join params join days on days.day = customers.first_ordered_on
    where coalesce(customer_type = of_type, true)
  ) as people using (customer_no)
  where amount <> 0
    and if(
      customer_no is null,
      of_type is null,
      coalesce(moved.period >= first_period or params.refunds = 'refund_date', false)
    )
),
sums as (
  select
    period,
    cohort,
    sum(orders) as orders,
    sum(net) as net,
    period_end(any_value(grain), period) as closes_on
  from flows cross join params
  group by period, cohort
)
select
  period,
  cohort,
  orders::integer as orders,
  net::double as net,
  closes_on <= as_of as is_complete,
  coalesce(cohort < known_on, false) as is_left_cut
from sums cross join params
where coalesce(closes_on >= from_on, true) and coalesce(period <= to_on, true)
order by period, cohort nulls last;

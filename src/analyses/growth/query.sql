-- Question: is the number of customers growing, and where does the money come from?
-- Grain: one row per period that has begun.
-- Units: customers; money in the currency's units.
-- New: first order ever. Retained: also ordered in the period before. Reactivated: back after a pause. Lost:
-- ordered in the period before, but not in this one.
with params as (
  select
    $grain::varchar as grain,
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
    by_grain(grain, day_no, week_no, month_no, quarter_no, year_no) as period_no,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as starts_on
  from calendar join params on calendar.day <= params.as_of
),
people as (
  select customer_no, first_ordered_on
  from customers cross join params
  where coalesce(customer_type = of_type, true)
),
bought as (
  select
    bought.period_no,
    following.period_no as next_no,
    started.period_no as first_no,
    count(*) as orders,
    sum(sales) as net
  from orders cross join params
  join days as bought on bought.day = orders.ordered_on
  left join days as started on started.day = orders.first_ordered_on
  left join days as following on following.day = orders.next_ordered_on
  where customer_no is not null
    and (of_type is null or customer_no in (select customer_no from people))
  group by all
),
moved as (
  select customer_no, first_ordered_on, amount, period_no, params.refunds = 'refund_date' as is_cash
  from money_beside((select refunds from params)) cross join params join days on days.day = moved_on
  where of_type is null or customer_no is not null
),
periods as (
  select
    period_no,
    starts_on,
    period_end(grain, starts_on) as closes_on
  from (
    select distinct period_no, starts_on
    from days
    where period_no >= (select least(0, min(period_no) filter (is_cash)) from moved)
  ), params
),
flows as (
  select
    period_no,
    if(period_no = first_no, net, 0) as net_new,
    if(period_no > first_no, net, 0) as net_returning,
    0 as net_anonymous
  from bought
  union all
  select
    moved.period_no,
    if(moved.period_no = started.period_no, amount, 0),
    if(moved.period_no > started.period_no or (is_cash and moved.period_no < started.period_no), amount, 0),
    0
  from moved
  join people using (customer_no)
  join days as started on started.day = moved.first_ordered_on
  union all
  select period_no, 0, 0, sales
  from orders cross join params join days on days.day = ordered_on
  where is_valid and customer_no is null and of_type is null
  union all
  select period_no, 0, 0, amount
  from moved
  where customer_no is null
),
money as (
  select
    period_no,
    sum(net_new) as net_new,
    sum(net_returning) as net_returning,
    sum(net_anonymous) as net_anonymous
  from flows
  group by period_no
),
events as (
  select
    period_no,
    orders as bought,
    if(period_no = first_no, orders, 0) as fresh,
    0 as kept,
    0 as gone
  from bought
  where next_no is distinct from period_no
  union all
  select period_no + 1, 0, 0, if(next_no = period_no + 1, orders, 0), if(next_no = period_no + 1, 0, orders)
  from bought
  where next_no is distinct from period_no
),
heads as (
  select period_no, sum(bought) as bought, sum(fresh) as fresh, sum(kept) as kept, sum(gone) as gone
  from events
  group by period_no
)
select
  starts_on as period,
  coalesce(fresh, 0)::integer as new,
  coalesce(kept, 0)::integer as retained,
  coalesce(bought - fresh - kept, 0)::integer as reactivated,
  coalesce(gone, 0)::integer as lost,
  coalesce(bought, 0)::integer as customers,
  coalesce(net_new, 0)::double as net_new,
  coalesce(net_returning, 0)::double as net_returning,
  coalesce(net_anonymous, 0)::double as net_anonymous,
  closes_on <= as_of as is_complete,
  coalesce(starts_on < known_on, false) as is_left_cut
from periods cross join params
left join heads using (period_no)
left join money using (period_no)
where coalesce(closes_on >= from_on, true) and coalesce(starts_on <= to_on, true)
order by period;

-- Question: what share of the active customers is lost in each period?
-- Grain: one row per period that has begun; no rows where the shop has no line.
-- Units: rate 0..1.
-- Active: silent for no more days than the rule allows. Lost: active at the start of the period, and the
-- silence passes the line within it. Reactivated: an order after the line was passed. A spell is the silence
-- from one order to the next.
with params as (
  select
    $grain::varchar as grain,
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    least(coalesce($as_of::date, project.as_of), $to::date) as seen_on,
    known_from(coalesce($history::varchar, project.history), project.starts_on) as known_on
  from project
),
points as (
  select lapse_days
  from lapse_points(
    (select rule from params), (select days from params), (select seen_on from params),
    (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
  )
),
days as (
  select
    day,
    by_grain(grain, day_no, week_no, month_no, quarter_no, year_no) as period_no,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as starts_on
  from calendar join params on calendar.day <= params.as_of
),
periods as (
  select
    period_no,
    starts_on,
    period_end(grain, starts_on) as closes_on
  from (select distinct period_no, starts_on from days where period_no >= 0), params
),
spells as (
  select
    customer_no,
    ordered_on,
    if(next_ordered_on <= as_of, next_ordered_on, null) as next_on,
    ordered_on + lapse_days + 1 as crosses_on,
    crosses_on <= as_of and coalesce(next_on > crosses_on, true) as has_crossed,
    least(crosses_on, coalesce(next_on, crosses_on), as_of) as until_on
  from orders cross join params cross join points
  where customer_no is not null
    and ordered_on <= as_of
    and next_ordered_on is distinct from ordered_on
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
stays as (
  select
    began.period_no as began_no,
    ended.period_no as ended_no,
    back.period_no as back_no,
    has_crossed,
    count(*) as customers
  from spells
  join days as began on began.day = ordered_on
  join days as ended on ended.day = until_on
  left join days as back on back.day = next_on
  group by all
),
-- A crossing in the period in which its spell began counts where the customer was active at its start all the
-- same: in few days, by one of few.
early as (
  select distinct ended.period_no, spells.customer_no
  from spells
  join days as ended on ended.day = crosses_on and has_crossed and ordered_on >= ended.starts_on
  join spells as before on before.customer_no = spells.customer_no
    and before.ordered_on < ended.starts_on
    and before.crosses_on >= ended.starts_on
    and before.next_on >= ended.starts_on
    and not (before.has_crossed and before.crosses_on <= ended.day)
),
back as (
  select period_no, count(distinct customer_no) as reactivated
  from spells join days on days.day = next_on
  where has_crossed
  group by period_no
),
changes as (
  select began_no + 1 as period_no, customers as active, 0 as lost from stays where ended_no > began_no
  union all
  select ended_no + 1, -customers, 0 from stays where ended_no > began_no
  union all
  select ended_no, 0, customers from stays where has_crossed and ended_no > began_no
  union all
  select period_no, 0, 1 from early
),
sums as (
  select period_no, sum(active) as active, sum(lost) as lost
  from changes
  group by period_no
),
running as (
  select
    periods.*,
    sum(coalesce(active, 0)) over (order by period_no) as active_at_start,
    coalesce(lost, 0) as lost,
    coalesce(reactivated, 0) as reactivated
  from periods left join sums using (period_no) left join back using (period_no)
)
select
  starts_on as period,
  active_at_start::integer as active_at_start,
  lost::integer as lost,
  reactivated::integer as reactivated,
  if(active_at_start > 0, lost / active_at_start, null) as rate,
  closes_on > as_of - lapse_days as is_provisional,
  coalesce(starts_on <= known_on + lapse_days, false) as is_left_cut,
  lapse_days
from running cross join params cross join points
where lapse_days is not null
  and coalesce(closes_on >= from_on, true)
  and coalesce(starts_on <= to_on, true)
order by period;

-- Question: of the customers who were active at the start of a period, how many still were at its end?
-- Grain: one row per period that has begun; an open one ends, for now, on as_of.
-- Units: rates 0..1; article_rate can exceed 1.
-- Active on a day: an order within the active_days up to it (never fewer than the period has), or in the
-- calendar period itself. An order keeps its customer active from its period up to until_no, or to the period
-- of the next order. Where only some orders count, a customer may first appear after the period of their very
-- first order: they count as back after a pause.
with params as (
  select
    $grain::varchar as grain,
    coalesce(try_cast($active_days::varchar as integer), 0) as active_days,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on) as known_on
  from project
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
    period_end(grain, starts_on) as closes_on,
    least(starts_on - 1, least(closes_on, as_of) - active_days) as after_on
  from (select distinct period_no, starts_on from days where period_no >= 0), params
),
spans as (
  select days.day, days.period_no, periods.period_no as until_no
  from (select * from days where day in (select ordered_on from orders)) as days
  asof join periods on days.day > periods.after_on
),
stays as (
  select
    bought.period_no,
    bought.until_no,
    following.period_no as next_no,
    started.period_no = bought.period_no as is_first,
    count(*) as customers
  from orders cross join params
  join spans as bought on bought.day = orders.ordered_on
  left join days as started on started.day = orders.first_ordered_on
  left join days as following on following.day = orders.next_ordered_on
  where orders.customer_no is not null
    and following.period_no is distinct from bought.period_no
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
),
joined as (
  select period_no, count(*) as joined
  from customers cross join params join days on days.day = first_ordered_on
  where coalesce(customer_type = of_type, true)
  group by period_no
),
arrivals as (
  select bought.period_no, count(*) as customers
  from orders
  anti join (select customer_no from orders where order_number = 1) as firsts using (customer_no)
  semi join (
    select customer_no
    from customers, params
    where coalesce(customer_type = of_type, true)
  ) using (customer_no)
  join days as bought on bought.day = ordered_on
  join days as started on started.day = first_ordered_on
  where order_number = 2 and bought.period_no - started.period_no > 0
  group by bought.period_no
),
events as (
  select period_no, customers as bought, if(is_first, customers, 0) as fresh, 0 as back, 0 as gone from stays
  union all
  select next_no, 0, 0, customers, 0 from stays where next_no > until_no + 1
  union all
  select period_no, 0, 0, customers, 0 from arrivals
  union all
  select until_no + 1, 0, 0, 0, customers from stays where next_no is null or next_no > until_no + 1
),
sums as (
  select
    period_no,
    sum(bought) as bought,
    sum(fresh) as cn,
    sum(back) as reactivated,
    sum(gone) as lost
  from events
  group by period_no
),
running as (
  select
    periods.*,
    coalesce(cn, 0) as cn,
    coalesce(reactivated, 0) as reactivated,
    coalesce(lost, 0) as lost,
    coalesce(bought, 0) - coalesce(cn, 0) as came_again,
    sum(coalesce(cn, 0) + coalesce(reactivated, 0) - coalesce(lost, 0)) over until_then as ce,
    ce - coalesce(cn, 0) - coalesce(reactivated, 0) + coalesce(lost, 0) as cs,
    sum(coalesce(joined, 0)) over until_then - coalesce(joined, 0) as known,
    lag(after_on) over (order by periods.period_no) as before_on
  from periods left join sums using (period_no) left join joined using (period_no)
  window until_then as (order by periods.period_no)
)
select
  starts_on as period,
  cs::integer as cs,
  ce::integer as ce,
  cn::integer as cn,
  (cs - lost)::integer as retained,
  lost::integer as lost,
  reactivated::integer as reactivated,
  if(cs > 0, (cs - lost) / cs, null) as strict_rate,
  if(cs > 0, (ce - cn) / cs, null) as article_rate,
  if(known > 0, came_again / known, null) as base_rate,
  closes_on <= as_of as is_complete,
  coalesce(before_on < known_on - 1, false) as is_left_cut
from running cross join params
where coalesce(closes_on >= from_on, true) and coalesce(starts_on <= to_on, true)
order by period;

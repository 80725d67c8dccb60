-- When a customer who has gone silent can be called lost to the shop: from the shop's own silent spells.
-- Grain: macros, one row per length of spell, day of silence, or one in all. A spell begins with a day of purchase and ends with the
-- next one. It is matured at a day of silence where the days watched hold that day and the whole horizon after it.
create or replace macro silent_spells(until_on, of_type) as table (
  select (until_on - ordered_on)::integer as watched,
    if(next_ordered_on <= until_on, next_ordered_on - ordered_on, null)::integer as gap, count(*) as spells
  from orders
  where customer_no is not null and ordered_on <= until_on and next_ordered_on is distinct from ordered_on
    and (of_type is null or customer_no in (select customer_no from customers where customer_type = of_type))
  group by all
);

create or replace macro lapse_curve(until_on, of_type) as table (
  with asked as (
    select greatest(least(365, (until_on - starts_on) // 3), 1)::integer as horizon from project
  ),
  -- Each spell is silent, and matured, from day 0 to last_day; of these days it is followed by an order from first_back on.
  reaches as (
    select least(watched - horizon, coalesce(gap, 100000) - 1) as last_day, if(gap is null, null, greatest(gap - horizon, 0)) as first_back, sum(spells) as spells
    from silent_spells(until_on, of_type) cross join asked
    where watched >= horizon
    group by all
  ),
  changes as (
    select 0 as day, spells, 0 as returned from reaches
    union all
    select last_day + 1, -spells, 0 from reaches
    union all
    select first_back, 0, spells from reaches where first_back <= last_day
    union all
    select last_day + 1, 0, -spells from reaches where first_back <= last_day
  )
  select days_silent::integer as days_silent, sum(sum(coalesce(spells, 0))) over by_day as spells,
    sum(sum(coalesce(returned, 0))) over by_day as returned, any_value(horizon) as horizon
  from asked cross join (select unnest(range(0, (select max(last_day) + 1 from reaches))) as days_silent)
  left join changes on day = days_silent
  group by days_silent
  window by_day as (order by days_silent)
);

-- Days after which half and four fifths (or other shares) of all waits have ended, Kaplan–Meier over open waits too.
create or replace macro wait_days(until_on, of_type, share) as table (
  with waits as (
    select coalesce(gap, watched) as days, sum(spells) as spells, sum(if(gap is null, 0, spells)) as ended
    from silent_spells(until_on, of_type)
    group by all
  ),
  watched as (select *, sum(spells) over (order by days desc) as still_open from waits),
  curve as (select days, 1 - product(1 - ended / still_open) over (order by days) as ended_share from watched)
  select min(days) filter (ended_share >= share - 1e-12) as days from curve
);

create or replace macro lapse_points(by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under) as table (
  with asked as (select by_rule as rule, own_days as days),
  curve as (
    select days_silent, spells, returned / spells as rate, first_value(returned / spells) over (order by days_silent) as first_rate
    from lapse_curve(until_on, of_type)
    where spells >= 30 or days_silent = 0
  ),
  found as (
    select max(spells) >= 100 as is_enough, min(days_silent) filter (rate < at_risk_under * first_rate - 1e-12) - 1 as at_risk_days,
      min(days_silent) filter (rate < lapsed_under * first_rate - 1e-12) - 1 as lapse_days
    from curve
  ),
  waits as (
    select (select days from wait_days(until_on, of_type, 0.4)) as p40_days, (select days from wait_days(until_on, of_type, 0.8)) as p80_days
  )
  select case when rule = 'days' then 'days' when rule = 'lapse' and is_enough and lapse_days is not null then 'curve'
      when p80_days is not null then 'percentile' else 'none' end as found_by,
    case found_by when 'days' then days // 2 when 'curve' then at_risk_days when 'percentile' then p40_days end::integer as at_risk_days,
    case found_by when 'days' then days when 'curve' then lapse_days when 'percentile' then p80_days end::integer as lapse_days,
    p40_days::integer as p40_days, p80_days::integer as p80_days
  from asked cross join found cross join waits
);

comment on macro table silent_spells is 'Days from one day of purchase to the next, and how long each was watched';
comment on macro table lapse_curve is 'Of customers silent for so many days, how many order again within the horizon';
comment on macro table wait_days is 'Days by which a share of all waits has ended, open waits held (Kaplan–Meier)';
comment on macro table lapse_points is 'After how many days silent a customer is at risk and lapsed, by a rule: lapse, percentile or days';

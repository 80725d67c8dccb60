-- When a customer who has gone silent can be called lost to the shop: from the shop's own silent spells.
-- Grain: macros, one row per length of spell, day of silence, or one in all. A spell begins with a day of purchase and ends with the
-- next one. It is matured at a day of silence where the days watched hold that day and the whole horizon after it.
-- The points are the shop's own: `main.orders` are all orders, whatever a question that counts only some calls `orders`.
create or replace macro silent_spells(until_on, of_type, of_shop) as table (
  select (until_on - ordered_on)::integer as watched,
    if(next_ordered_on <= until_on, next_ordered_on - ordered_on, null)::integer as gap, count(*) as spells
  from (
    select customer_no, ordered_on, next_ordered_on from main.orders where of_shop
    union all
    select customer_no, ordered_on, next_ordered_on from orders where not of_shop
  )
  where customer_no is not null and ordered_on <= until_on and next_ordered_on is distinct from ordered_on
    and (of_type is null or customer_no in (select customer_no from main.customers where customer_type = of_type))
  group by all
);

-- spells: silences of so many days that were watched for the horizon after it, null beyond the last day that any was; returned: those of them
-- with an order within it. ended_share: share of all waits that have ended by the day, open waits held (Kaplan–Meier).
create or replace macro lapse_curve(until_on, of_type, of_shop) as table (
  with all_spells as materialized (select * from silent_spells(until_on, of_type, of_shop)),
  asked as (select greatest(least(365, (until_on - starts_on) // 3), 1)::integer as horizon from main.project),
  -- Each spell is silent, and matured, from day 0 to last_day; of these days it is followed by an order from first_back on.
  reaches as (
    select least(watched - horizon, coalesce(gap, 100000) - 1) as last_day, if(gap is null, null, greatest(gap - horizon, 0)) as first_back,
      sum(spells) as spells
    from all_spells cross join asked
    where watched >= horizon
    group by all
  ),
  changes as (
    select 0 as day, spells, 0 as returned, 0 as waits, 0 as ended from reaches
    union all
    select last_day + 1, -spells, 0, 0, 0 from reaches
    union all
    select first_back, 0, spells, 0, 0 from reaches where first_back <= last_day
    union all
    select last_day + 1, 0, -spells, 0, 0 from reaches where first_back <= last_day
    union all
    select coalesce(gap, watched), 0, 0, spells, if(gap is null, 0, spells) from all_spells
  ),
  by_day as (
    select day, sum(spells) as spells, sum(returned) as returned, sum(waits) as waits, sum(ended) as ended
    from (select unnest(range(0, (select max(day) from changes) + 1)) as day, 0 as spells, 0 as returned, 0 as waits, 0 as ended union all by name from changes)
    group by day
  ),
  waited as (select *, sum(waits) over (order by day desc) as still_open from by_day)
  select day::integer as days_silent, if(day <= (select max(last_day) from reaches), sum(spells) over so_far, null) as spells,
    sum(returned) over so_far as returned, horizon, 1 - product(1 - ended / nullif(still_open, 0)) over so_far as ended_share
  from waited cross join asked
  window so_far as (order by day)
);

create or replace macro lapse_points(by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under) as table (
  with asked as (select by_rule as rule, own_days as days),
  curve as (
    select days_silent, spells, ended_share, if(spells >= 30 or days_silent = 0, returned / nullif(spells, 0), null) as rate, first_value(rate) over (order by days_silent) as first_rate
    from lapse_curve(until_on, of_type, true)
  ),
  found as (
    select max(spells) >= 100 as is_enough, (min(days_silent) filter (rate < at_risk_under * first_rate - 1e-12) - 1)::integer as at_risk_days,
      (min(days_silent) filter (rate < lapsed_under * first_rate - 1e-12) - 1)::integer as lapse_days,
      min(days_silent) filter (ended_share >= 0.4 - 1e-12) as p40_days, min(days_silent) filter (ended_share >= 0.8 - 1e-12) as p80_days
    from curve
  )
  select case when rule = 'days' then 'days' when rule = 'lapse' and is_enough and lapse_days is not null then 'curve'
      when p80_days is not null then 'percentile' else 'none' end as found_by,
    case found_by when 'days' then days // 2 when 'curve' then at_risk_days when 'percentile' then p40_days end::integer as at_risk_days,
    case found_by when 'days' then days when 'curve' then lapse_days when 'percentile' then p80_days end::integer as lapse_days, p40_days, p80_days
  from asked cross join found
);

comment on macro table silent_spells is 'Days from one day of purchase to the next, and how long each was watched';
comment on macro table lapse_curve is 'Of customers silent for so many days, how many order again within the horizon; of the whole shop, or as far as the question counts';
comment on macro table lapse_points is 'After how many days silent a customer is at risk and lapsed, by a rule: lapse, percentile or days';

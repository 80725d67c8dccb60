-- How often do customers who have gone silent order again? From the shop's own silent spells;
-- `lapse_drawn.sql` draws the line on it.
-- Grain: macros, one row per silent spell or per day of silence. Units: days; shares 0..1. A spell begins
-- with a day of purchase and ends with the next one. It is matured at a day of silence if the data hold that
-- day and the whole horizon after it.

-- How long an order is waited for: 365 days, at most a third of the days from the first order to that day.
create or replace macro lapse_horizon(until_on) as
  greatest(least(365, (until_on - (select starts_on from main.project)) // 3), 1)::integer;

create or replace macro silent_spells(until_on, of_type, of_shop) as table (
  select
    customer_no,
    (until_on - ordered_on)::integer as watched,
    if(next_ordered_on <= until_on, next_ordered_on - ordered_on, null)::integer as gap
  from (
    select customer_no, ordered_on, next_ordered_on from main.orders where of_shop
    union all
    select customer_no, ordered_on, next_ordered_on from orders where not of_shop
  )
  where customer_no is not null
    and ordered_on <= until_on
    and next_ordered_on is distinct from ordered_on
    and (
      of_type is null or customer_no in (select customer_no from main.customers where customer_type = of_type)
    )
);

-- customers: those with a matured spell silent for longer than the day; null beyond the last day that has
-- any. return_rate: the mean of their shares of such spells that an order within the horizon followed.
-- spells, returned: the spells themselves, a customer's as many as there are. ended_share: share of all waits
-- that have ended by the day, open waits held (Kaplan–Meier).
create or replace macro lapse_curve(until_on, of_type, of_shop) as table (
  with all_spells as materialized (select * from silent_spells(until_on, of_type, of_shop)),
  waiting as (select lapse_horizon(until_on) as horizon),
  -- Each spell is silent, and matured, from day 0 to last_day; of these days an order follows within the
  -- horizon from first_back on.
  reaches as (
    select
      customer_no,
      least(watched - horizon, coalesce(gap, 100000) - 1) as last_day,
      if(gap - horizon <= last_day, greatest(gap - horizon, 0), null) as first_back
    from all_spells cross join waiting
    where watched >= horizon
  ),
  turns as (
    select customer_no, 0 as day, count(*) as spells, count(*) filter (first_back = 0) as returned
    from reaches
    group by customer_no
    union all
    select customer_no, last_day + 1, -1, if(first_back is null, 0, -1)
    from reaches
    union all
    select customer_no, first_back, 0, 1
    from reaches
    where first_back > 0
  ),
  -- A customer's share changes on these days alone; of turns on one day the changes add up. In whole 10^-15,
  -- so that no order of adding changes a sum.
  standings as (
    select
      day,
      spells,
      returned,
      sum(spells) over own_turns as spells_now,
      sum(returned) over own_turns as returned_now,
      spells_now - spells as spells_before,
      returned_now - returned as returned_before
    from turns
    window own_turns as (
      partition by customer_no
      order by day
      rows between unbounded preceding and current row
    )
  ),
  changes as (
    select
      day,
      (spells_now > 0)::integer - (spells_before > 0)::integer as customers,
      spells,
      returned,
      0 as waits,
      0 as ended,
      coalesce(round(1e15 * returned_now / nullif(spells_now, 0)), 0)::bigint
        - coalesce(round(1e15 * returned_before / nullif(spells_before, 0)), 0)::bigint as share
    from standings
    union all by name
    select
      coalesce(gap, watched) as day,
      0 as customers,
      0 as spells,
      0 as returned,
      count(*) as waits,
      count(gap) as ended,
      0 as share
    from all_spells
    group by all
    union all by name
    select
      unnest(range(0, (select max(greatest(watched, coalesce(gap, 0))) from all_spells) + 1)) as day,
      0 as customers,
      0 as spells,
      0 as returned,
      0 as waits,
      0 as ended,
      0 as share
  ),
  by_day as (
    select
      day,
      sum(customers) as customers,
      sum(spells) as spells,
      sum(returned) as returned,
      sum(share) as share,
      sum(waits) as waits,
      sum(ended) as ended
    from changes
    group by day
  ),
  waited as (
    select *, sum(waits) over (order by day desc) as still_open
    from by_day
  ),
  summed as (
    select
      day,
      sum(customers) over so_far as customers,
      sum(spells) over so_far as spells,
      sum(returned) over so_far as returned,
      sum(share) over so_far as share,
      1 - product(1 - ended / nullif(still_open, 0)) over so_far as ended_share
    from waited
    window so_far as (order by day)
  )
  select
    day::integer as days_silent,
    nullif(customers, 0)::integer as customers,
    share / 1e15 / nullif(customers, 0) as return_rate,
    spells::integer as spells,
    returned::integer as returned,
    horizon,
    ended_share
  from summed cross join waiting
);

comment on macro lapse_horizon is 'How many days an order is waited for: 365, at most a third of the span';
comment on macro table silent_spells is
  'Days from one day of purchase to the next, and how long each was watched';
comment on macro table lapse_curve is
  'Share of customers silent for so many days who order again within the horizon, each weighing one';

-- Until when are the data complete, where a few orders lie a long way behind all others?
-- Grain: a macro, one row: the last day with an order before such a hole; null where there is none. A hole is
-- longer than 30 days and than 5 times every earlier one, with at least 100 orders on 30 days before it and
-- at most 1% of all orders behind it.
create or replace macro day_before_strays() as table (
  with days as (
    select ordered_on, count(*) as orders
    from orders
    where is_valid
    group by ordered_on
  ),
  waits as (
    select
      ordered_on,
      lag(ordered_on) over in_turn as last_before,
      ordered_on - lag(ordered_on) over in_turn - 1 as hole_days,
      row_number() over in_turn - 1 as days_before,
      sum(orders) over in_turn - orders as orders_before,
      sum(orders) over () as all_orders
    from days
    window in_turn as (order by ordered_on)
  ),
  holes as (
    select
      *,
      max(hole_days) over (
        order by ordered_on
        rows between unbounded preceding and 1 preceding
      ) as longest_before
    from waits
  )
  select max(last_before) as as_of
  from holes
  where hole_days > 30
    and hole_days >= 5 * coalesce(longest_before, 0)
    and orders_before >= 100
    and days_before >= 30
    and 100 * (all_orders - orders_before) <= all_orders
);

-- Is a part of the file missing? Days on end without any order, far longer than this shop is ever silent.
-- Grain: one row per silence, the three longest. Longer than 3 times the usual, and at least 14 days; the
-- usual is the silence that nine in ten between two days with orders do not pass. Behind the last complete
-- day is no part of the file.
with days as (select distinct ordered_on from orders join project on ordered_on <= as_of),
silences as (
  select
    ordered_on + 1 as first_on,
    lead(ordered_on) over (order by ordered_on) - 1 as last_on,
    lead(ordered_on) over (order by ordered_on) - ordered_on as days_apart
  from days
),
usual as (select quantile_disc(days_apart, 0.9) as days_apart from silences)
select first_on::varchar as first_on, last_on::varchar as last_on, silences.days_apart - 1 as days
from silences cross join usual
where silences.days_apart > 3 * usual.days_apart and silences.days_apart - 1 >= 14
order by days desc, first_on
limit 3;

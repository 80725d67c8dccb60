-- Question: after how many days of silence does a customer not come back any more?
-- Grain: one row per number of days silent, from 0 on. The last columns are the same in each row.
-- Units: return_rate, low, high 0..1; days.
-- Every customer weighs one: their value is the share of their matured silent spells that ended in an order
-- within the horizon (365 days, at most a third of the span), and the rate is the mean of these values. low
-- and high are Wilson's 95 % interval for as many customers, which for a mean of values between 0 and 1 is a
-- little too wide. Without a line the days and flags are null.
with params as (
  select
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
points as (
  select found_by, at_risk_days, lapse_days, p40_days, p80_days
  from lapse_points(
    'lapse', null, (select as_of from params), (select of_type from params),
    (select at_risk_under from params), (select lapsed_under from params)
  )
),
curve as (
  select *
  from lapse_curve((select as_of from params), (select of_type from params), false)
  where customers is not null
)
select
  days_silent,
  customers,
  spells,
  return_rate,
  days_silent > at_risk_days as is_at_risk,
  days_silent > lapse_days as is_lapsed,
  returned,
  wilson_low(return_rate * customers, customers::double) as low,
  wilson_high(return_rate * customers, customers::double) as high,
  horizon as horizon_days,
  found_by,
  at_risk_days,
  lapse_days,
  p40_days,
  p80_days
from curve cross join points
order by days_silent;

-- Question: after how many days of silence does a customer not come back any more?
-- Grain: one row per number of days silent, from 0 on. Units: return_rate 0..1, the share of matured silent spells with an order within the horizon
-- (365 days, at most a third of the span); low and high are Wilson's 95 %. The last columns hold for the whole and are the same in each row.
with params as (
  select $at_risk_under::double as at_risk_under, $lapsed_under::double as lapsed_under,
    $customer_type::varchar as of_type, coalesce($as_of::date, project.as_of) as as_of
  from project
),
points as (
  select * from lapse_points('lapse', null, (select as_of from params), (select of_type from params), (select at_risk_under from params),
    (select lapsed_under from params))
),
curve as (
  select * from lapse_curve((select as_of from params), (select of_type from params), false) where spells is not null
)
select days_silent, spells::integer as spells, returned / nullif(spells, 0) as return_rate, coalesce(days_silent > at_risk_days, false) as is_at_risk,
  coalesce(days_silent > lapse_days, false) as is_lapsed, returned::integer as returned, wilson_low(returned, spells) as low,
  wilson_high(returned, spells) as high, horizon as horizon_days, found_by, at_risk_days, lapse_days, p40_days, p80_days
from curve cross join points
order by days_silent;

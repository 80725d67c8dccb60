-- Question: after how many days of silence is a customer of this shop gone by this rule, and was the rule
-- right about the past?
-- Grain: one row. Units: days; shares 0..1. The first six columns are what was asked, as `lapse_lines` keeps
-- it.
with params as (
  select
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
)
select
  rule, own_days, seen_on, of_type, at_risk_under, lapsed_under, found_by, reason, at_risk_days, lapse_days,
  p40_days, p80_days, horizon_days, customers, known_days, known_rate, known_customers, checked_on,
  checked_days, called_gone, came_back, is_kept
from lapse_points(
  (select rule from params), (select days from params), (select as_of from params),
  (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
)

-- Question: which customers are lost most often, and what did the lost have in common?
-- Grain: one row per value of an attribute of first orders; no rows where the shop has no line.
-- Units: rates and shares 0..1, with 95 % intervals (Wilson).
-- Only customers whose first order is older than the days of the rule are counted; lost means silent for
-- longer. difference is lost_share − kept_share (Newcombe); sure is the end of its interval nearest to 0, and
-- 0 where there may be no difference. Only values with at least 30 customers compete. SQL leaves p_value,
-- p_adjusted and is_beyond_chance empty: they are worked out from these counts.
with params as (
  select
    $segment_by::varchar as segment_by,
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
points as (
  select lapse_days
  from lapse_points(
    (select rule from params), (select days from params), (select as_of from params),
    (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
  )
),
people as (
  select customer_id, as_of - ordered_on > lapse_days as is_lost
  from orders cross join params cross join points
  where customer_no is not null
    and ordered_on <= as_of
    and (next_ordered_on is null or next_ordered_on > as_of)
    and first_ordered_on < as_of - lapse_days
    and coalesce(first_ordered_on >= known_on, true)
    and coalesce(first_ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
totals as (
  select count(*) filter (is_lost) as all_lost, count(*) filter (not is_lost) as all_kept
  from people
),
counted as (
  select
    attribute,
    value,
    count(*) as customers,
    count(*) filter (is_lost) as lost,
    count(*) filter (not is_lost) as kept
  from people join first_order_attributes using (customer_id) cross join params
  where coalesce(attribute = segment_by, true)
  group by attribute, value
),
compared as (
  select
    *,
    newcombe_low(lost, all_lost, kept, all_kept) as difference_low,
    newcombe_high(lost, all_lost, kept, all_kept) as difference_high
  from counted cross join totals
)
select
  attribute,
  value,
  customers::integer as customers,
  lost::integer as lost,
  lost / customers as lost_rate,
  wilson_low(lost, customers) as low,
  wilson_high(lost, customers) as high,
  lost / nullif(all_lost, 0) as lost_share,
  kept / nullif(all_kept, 0) as kept_share,
  lost_share - kept_share as difference,
  difference_low,
  difference_high,
  greatest(difference_low, -difference_high, 0.0) as sure,
  all_lost::integer as all_lost,
  all_kept::integer as all_kept,
  lapse_days,
  if(customers >= 30, count(*) filter (customers >= 30) over (), null)::double as compared,
  null::double as p_value,
  null::double as p_adjusted,
  null::boolean as is_beyond_chance
from compared cross join points
order by round(sure, 9) desc, round(abs(difference), 9) desc, attribute, value;

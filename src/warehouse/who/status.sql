-- Question: which customers stand on these steps of the ladder?
-- Grain: one row per customer. The steps and the shop's line are those of "Who is slipping away" by the rule
-- of the question, by all of a customer's orders up to as_of, or up to the end of the period if that is
-- earlier; statuses are names with commas between them.
with params as (
  select
    $statuses::varchar as statuses,
    $rule::varchar as rule,
    $days::integer as days,
    $at_risk_under::double as at_risk_under,
    $lapsed_under::double as lapsed_under,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
points as (
  select at_risk_days, lapse_days
  from lapse_points(
    (select rule from params), (select days from params), (select as_of from params),
    (select of_type from params), (select at_risk_under from params), (select lapsed_under from params)
  )
)
select customer_no
from main.orders cross join params cross join points
where customer_no is not null
  and ordered_on <= as_of
  and (next_ordered_on is null or next_ordered_on > as_of)
  and list_contains(
    string_split(statuses, ','),
    standing(as_of - ordered_on, first_ordered_on = ordered_on, at_risk_days, lapse_days)
  )

-- Question: who had their first order so long before as_of, or before the end of the period if that is
-- earlier?
-- Grain: one row per customer. at_least is over by as_of, under is not; each a length such as '6 months' or
-- '180 days', null for no such end.
with params as (
  select
    $at_least::varchar::interval as at_least,
    $under::varchar::interval as under,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
)
select customer_no
from main.customers cross join params
where first_ordered_on <= as_of
  and coalesce(first_ordered_on + at_least <= as_of, true)
  and coalesce(first_ordered_on + under > as_of, true)

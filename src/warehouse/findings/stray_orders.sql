-- Do a few orders lie a long way behind all others?
-- Grain: one row where the last complete day was taken from before such a hole, and not said by a person.
select as_of::varchar as as_of, ends_on::varchar as ends_on, count(*) as orders,
  (min(ordered_on) - as_of - 1)::integer as days
from project join orders on ordered_on > as_of and is_valid
where as_of_by = 'hole'
group by as_of, ends_on;

-- Every id, e-mail and phone once, with a number: what follows compares numbers.
-- Grain: one row per identifier. rank: 1 id, 2 e-mail, 3 phone; what stands as two of them is the first.
create or replace temp table identifier_values as
with named as (
  select customer as value, 1 as rank from identifier_sets
  union all
  select email, 2 from identifier_sets
  union all
  select phone, 3 from identifier_sets
)
select row_number() over () as value_no, value, min(rank)::tinyint as rank
from named
where value is not null
group by value;

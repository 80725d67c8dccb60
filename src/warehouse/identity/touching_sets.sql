-- Only sets that share something with another one can join anybody: of most customers all orders name the
-- same, and they are done here.
-- Grain: identifier_sets as before, fewer rows. Kept too: a set with a name that may stand for nobody, and
-- what a person has set apart.
create or replace temp table identifier_values as
with params as (select $apart::varchar as apart),
named as (
  select meeting_no, customer as value from identifier_sets
  union all
  select meeting_no, email from identifier_sets
  union all
  select meeting_no, phone from identifier_sets
)
select value
from named cross join params
where value is not null
group by value, apart
having count(*) > 1
  or min(meeting_no) < 0
  or not regexp_matches(value, '[0-9@]')
  or contains(apart, chr(31) || value || chr(31));

create or replace temp table identifier_sets as
select *
from identifier_sets
where customer in (from identifier_values)
  or email in (from identifier_values)
  or phone in (from identifier_values);

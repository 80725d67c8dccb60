-- Rows set aside for one reason, whether they came as far as the staging or not.
-- Grain: one row.
with params as (select $rule::varchar as rule),
found as (
  select count(*) as rows
  from staged_lines cross join params
  where kind = 'set_aside' and rule_id = params.rule
  union all
  select count(*) as rows
  from rows_outside cross join params
  where rule_id = params.rule
)
select sum(rows) as rows, null as orders, null as sales
from found;

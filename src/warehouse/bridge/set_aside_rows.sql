-- Rows set aside by one rule.
-- Grain: one row.
with params as (select $rule::varchar as rule)
select count(*) as rows, null as orders, null as sales
from staged_lines cross join params
where kind = 'set_aside' and rule_id = params.rule;

-- Is this computer's clock right? More than a tenth of the file is dated later than today.
-- Grain: one row where it is so.
with params as (select $today::date as today),
counted as (
  select count(*) filter (rule_id = 'future_date') as rows, count(*) as all_rows
  from staged_lines
)
select rows, all_rows, today::varchar as today
from counted cross join params
where 10 * rows > all_rows;

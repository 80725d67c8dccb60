-- The shapes of each examined column: each digit replaced by 9, most frequent first.
-- Grain: one row per column and shape, 60 of a column at most. With only_unplain, plain numbers are left out.
with params as (select $only_unplain::boolean as only_unplain),
valued as (
  select place, value, sum(rows) as rows, min(row_no) as first_row
  from examined
  where value is not null
  group by place, value
),
shaped as (
  select
    place,
    regexp_replace(value, '[0-9]', '9', 'g') as shape,
    value,
    rows,
    first_row,
    -- A clock before the day is no part of it.
    regexp_extract(value, '^(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[ ,-]+)?[^0-9]*([0-9]+)(?:[^0-9]+([0-9]+))?', ['first', 'second']) as numbers
  from valued cross join params
  where not (only_unplain and regexp_full_match(value, '-?[0-9]+([.][0-9]+)?'))
)
select
  place,
  shape,
  sum(rows) as rows,
  min(first_row) as first_row,
  arg_min(value, first_row) as example,
  min(value) as low,
  max(value) as high,
  max(try_cast(numbers['first'] as bigint)) as max_first,
  max(try_cast(numbers['second'] as bigint)) as max_second
from shaped
group by place, shape
qualify row_number() over (partition by place order by sum(rows) desc, shape) <= 60
order by place, rows desc, shape;

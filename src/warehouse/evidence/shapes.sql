-- The shapes of the examined column: each digit replaced by 9, most frequent first.
-- Grain: one row per shape, 60 at most. With only_unplain, plain numbers are left out.
with params as (select $only_unplain::boolean as only_unplain),
valued as (
  select value, sum(rows) as rows, min(row_no) as first_row
  from examined
  where value is not null
  group by value
),
shaped as (
  select
    regexp_replace(value, '[0-9]', '9', 'g') as shape,
    value,
    rows,
    first_row,
    try_cast(regexp_extract(value, '([0-9]+)', 1) as bigint) as first_number,
    try_cast(regexp_extract(value, '[0-9]+[^0-9]+([0-9]+)', 1) as bigint) as second_number
  from valued cross join params
  where not (only_unplain and regexp_full_match(value, '-?[0-9]+([.][0-9]+)?'))
)
select
  shape,
  sum(rows) as rows,
  min(first_row) as first_row,
  arg_min(value, first_row) as example,
  min(value) as low,
  max(value) as high,
  max(first_number) as max_first,
  max(second_number) as max_second
from shaped
group by shape
order by rows desc, shape
limit 60;

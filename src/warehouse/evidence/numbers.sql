-- How much of each examined column is plain numbers, and how long they are.
-- Grain: one row per column that has values. Plain: digits with at most one dot and a minus before; anything
-- else is counted by its shape.
with valued as (
  select place, value, rows, regexp_full_match(value, '-?[0-9]+([.][0-9]+)?') as is_plain
  from examined
  where value is not null
),
measured as (
  select
    place,
    value,
    rows,
    is_plain,
    if(contains(value, '.'), length(value) - strpos(value, '.'), 0) as scale,
    if(contains(value, '.'), strpos(value, '.') - 1, length(value)) as digits
  from valued
)
select
  place,
  coalesce(sum(rows) filter (is_plain), 0) as plain,
  coalesce(max(scale) filter (is_plain), 0) as plain_scale,
  coalesce(
    sum(rows) filter (is_plain and scale = 3 and digits <= 3 + if(value like '-%', 1, 0)),
    0
  ) as plain_three_decimals,
  coalesce(sum(rows) filter (is_plain and scale > 0), 0) as plain_with_dot,
  coalesce(sum(rows) filter (is_plain and value like '-%'), 0) as negative,
  coalesce(sum(rows) filter (is_plain and try_cast(value as decimal(18, 6)) = 0), 0) as zero,
  coalesce(max(digits) filter (is_plain), 0) as integer_digits,
  coalesce(sum(rows) filter (not is_plain), 0) as other
from measured
group by place;

-- The shapes of each examined column: each digit replaced by 9, most frequent first.
-- Grain: one row per column and shape, 60 of a column at most. With only_unplain, plain numbers are left out.
with params as (select $only_unplain::boolean as only_unplain),
valued as (
  select place, value, sum(rows) as rows, min(row_no) as first_row
  from examined
  where value is not null
  group by place, value
),
-- Other digits and marks as ours; the list is that of src/ingest/numbers/digits.ts.
plain as (
  select
    *,
    if(
      regexp_matches(value, '[^ -~]'),
      translate(
        value, '٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９٫٬．，／：－％٪',
        '012345678901234567890123456789012345678901234567890123456789.,.,/:-%%'
      ),
      value
    ) as text
  from valued
),
shaped as (
  select
    place,
    regexp_replace(text, '[0-9]', '9', 'g') as shape,
    value,
    text <> value as other_digits,
    rows,
    first_row,
    -- A clock before the day is no part of it.
    regexp_extract(
      text,
      '^(?:\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?[ ,-]+)?[^0-9]*([0-9]+)(?:[^0-9]+([0-9]+))?',
      ['first', 'second']
    ) as numbers
  from plain cross join params
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
  bool_or(other_digits) as other_digits,
  max(try_cast(numbers['first'] as bigint)) as max_first,
  max(try_cast(numbers['second'] as bigint)) as max_second
from shaped
group by place, shape
qualify row_number() over (partition by place order by sum(rows) desc, shape) <= 60
order by place, rows desc, shape;

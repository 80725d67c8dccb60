-- Every row of the files is a sale, a refund or set aside, once: rows are numbered from 1 without a gap.
with found as (
  select
    count(*) as rows,
    min(row_no) as first_row,
    max(row_no) as last_row,
    sum(row_no::bigint) as sum_of_rows
  from staged_lines
),
expected as (select count(*) as rows from row_cells)
select found.rows as staged_rows, expected.rows as raw_rows
from found cross join expected
where found.rows <> expected.rows
  or first_row <> 1
  or last_row <> expected.rows
  or sum_of_rows <> expected.rows::hugeint * (expected.rows + 1) // 2;

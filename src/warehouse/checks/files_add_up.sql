-- Every row that was read from a file is a row of the tables, was joined to one, or is kept among those set
-- aside.
with of_files as (select coalesce(sum(rows), 0) as rows from source_tables),
found as (
  select (select count(*) from staged_lines)
    + (select count(*) from ragged_rows)
    + (select count(*) from rows_outside)
    + (select coalesce(sum(joined_rows), 0) from source_tables) as rows
)
select of_files.rows as of_files, found.rows as found
from of_files cross join found
where of_files.rows <> found.rows;

-- Every row of the files below their headers.
-- Grain: one row.
select
  (select count(*) from staged_lines)
  + (select count(*) from ragged_rows)
  + (select count(*) from rows_outside)
  + (select coalesce(sum(joined_rows), 0) from source_tables) as rows,
  null as orders,
  null as sales;

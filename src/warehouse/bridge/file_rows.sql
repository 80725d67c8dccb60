-- Every row of the file below its header.
-- Grain: one row.
select (select count(*) from staged_lines) + (select count(*) from ragged_rows) as rows, null as orders, null as sales;

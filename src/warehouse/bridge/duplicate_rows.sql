-- Rows that repeat an earlier one in every cell.
-- Grain: one row.
select count(*) as rows, null as orders, null as sales
from duplicate_rows;

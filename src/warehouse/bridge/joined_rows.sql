-- Rows that say more about other rows (orders about their lines, lists of products or customers) and stand on
-- those.
-- Grain: one row.
select sum(joined_rows) as rows, null as orders, null as sales
from source_tables;

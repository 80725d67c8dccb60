-- Rows whose cells do not fit the header.
-- Grain: one row.
select count(*) as rows, null as orders, null as sales
from ragged_rows;

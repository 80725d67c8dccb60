-- Rows that are sales, and the orders that they make up.
-- Grain: one row. Sales: before refunds.
select sum(lines) as rows, count(*) as orders, sum(sales) as sales
from orders;

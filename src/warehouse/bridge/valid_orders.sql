-- All orders that count as a purchase.
-- Grain: one row.
select sum(lines) as rows, count(*) as orders, sum(sales) as sales
from orders
where is_valid;

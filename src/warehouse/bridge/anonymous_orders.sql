-- Orders of unknown buyers: part of the revenue, but of no customer figure.
-- Grain: one row.
select sum(lines) as rows, count(*) as orders, sum(sales) as sales
from orders
where is_valid and customer_id is null;

-- Rows that give money back; a refund is never an order.
-- Grain: one row. Sales: what was given back, as a negative amount.
select count(*) as rows, null as orders, sum(sales) as sales
from staged_lines
where kind = 'refund';

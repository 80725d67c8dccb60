-- Refund rows whose money includes tax and shipping: sales lose the share that they have in what was paid.
-- Run only where the file is so.
update staged_lines
set sales = -round(abs(staged_lines.total) * of_orders.sales / of_orders.total, 2)
from (
  select order_id, sum(sales) as sales, sum(total) as total
  from staged_lines
  where kind = 'sale'
  group by order_id
  having sum(total) > 0
) as of_orders
where staged_lines.kind = 'refund' and staged_lines.total is not null and staged_lines.order_id = of_orders.order_id;

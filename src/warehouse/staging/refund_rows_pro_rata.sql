-- Refund rows whose money includes tax, or tax and shipping: sales lose the part of it that was paid for
-- goods. Run only where the file is so.
update staged_lines
set sales = -refund_of_goods(abs(staged_lines.total), of_orders.sales, of_orders.tax, of_orders.total)
from (
  select order_id, sum(sales) as sales, sum(total) as total, sum(tax) as tax
  from staged_lines
  where kind = 'sale'
  group by order_id
  having sum(total) > 0
) as of_orders
where staged_lines.kind = 'refund'
  and staged_lines.total is not null
  and staged_lines.order_id = of_orders.order_id;

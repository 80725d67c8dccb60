-- Cancelled lines of an order that has other lines: the order counts without them. Run only where every line
-- has a status; an order of cancelled lines alone is a cancelled order.
update staged_lines
set kind = 'set_aside', rule_id = 'cancelled_line'
from (
  with cancelled as (
    select distinct order_id from staged_lines where kind = 'sale' and is_cancelled
  )
  select distinct order_id
  from staged_lines semi join cancelled using (order_id)
  where kind = 'sale' and not is_cancelled
) as standing
where staged_lines.kind = 'sale' and staged_lines.is_cancelled and staged_lines.order_id = standing.order_id;

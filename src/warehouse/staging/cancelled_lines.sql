-- Cancelled lines of an order of which other lines stand: the order counts without them.
-- Run only where the status stands on every line; an order of cancelled lines alone is a cancelled order.
update staged_lines
set kind = 'set_aside', rule_id = 'cancelled_line'
where kind = 'sale' and is_cancelled
  and order_id in (
    select order_id
    from staged_lines
    where kind = 'sale'
    group by order_id
    having bool_or(is_cancelled) and not bool_and(is_cancelled)
  );

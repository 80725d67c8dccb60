-- Gift cards among the other articles of an order that gives its amount once: their price is taken off that
-- amount. Run only where the file is so.
update staged_lines
set sales = greatest(staged_lines.sales - cards.price, 0)
from (
  select order_id, sum(price) as price
  from staged_lines join gift_card_rows using (row_no)
  where kind = 'sale'
  group by order_id
) as cards
where staged_lines.kind = 'sale'
  and staged_lines.sales > 0
  and staged_lines.order_id = cards.order_id;

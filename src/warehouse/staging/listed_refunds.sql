-- A list of refunds may leave to the order what it does not say: the day, and, where it only names the orders
-- that came back, the amount. The first row that names an order gives all of it back. Run only where there is
-- such a list.
update staged_lines
set
  ordered_at = coalesce(staged_lines.ordered_at, sold.ordered_at),
  sales = coalesce(staged_lines.sales, if(staged_lines.row_no = sold.returned_on_row, -sold.sales, 0))
from (
  select
    order_id,
    min(ordered_at) filter (kind = 'sale') as ordered_at,
    sum(sales) filter (kind = 'sale') as sales,
    min(row_no) filter (kind = 'refund' and sales is null) as returned_on_row
  from staged_lines
  group by order_id
) as sold
where staged_lines.rule_id = 'refund_row'
  and staged_lines.kind = 'refund'
  and (staged_lines.ordered_at is null or staged_lines.sales is null)
  and staged_lines.order_id = sold.order_id;

update staged_lines
set kind = 'set_aside', rule_id = 'refund_without_order'
where rule_id = 'refund_row' and kind = 'refund' and (ordered_at is null or sales is null);

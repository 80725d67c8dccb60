-- Gift cards sold are money taken, not goods: their rows are set aside, and orders of nothing else with them.
-- Run only where the project says so. An order with other articles that gives its amount once keeps its rows:
-- gift_cards_in_orders.sql.
update staged_lines
set kind = 'set_aside', rule_id = 'gift_card'
where kind in ('sale', 'refund')
  and row_no in (select row_no from gift_card_rows)
  and (
    $amount_level::varchar = 'line'
    or order_id not in (
      select order_id
      from staged_lines
      where kind = 'sale'
        and order_id is not null
        and row_no not in (select row_no from gift_card_rows)
    )
  );

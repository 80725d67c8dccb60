-- Rows that leave the order's own fields to its first row follow it where that was set aside for its
-- currency. Run only where the file is so.
update staged_lines
set kind = 'set_aside', rule_id = 'other_currency'
where kind = 'sale'
  and sales = 0
  and order_id in (select order_id from staged_lines where rule_id = 'other_currency');

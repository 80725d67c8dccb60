-- A refund of the whole order that is repeated on each of its rows counts once, on the first.
-- Run only where the file is so.
update staged_lines
set refund = 0
where kind = 'sale' and refund is not null
  and row_no not in (select min(row_no) from staged_lines where kind = 'sale' group by order_id);

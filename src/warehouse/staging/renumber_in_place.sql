-- The order ids of refunds that were found, written into rows that are not committed yet.
update staged_lines
set order_id = renumbered_refunds.order_id
from renumbered_refunds
where staged_lines.row_no = renumbered_refunds.row_no;

drop table renumbered_refunds;

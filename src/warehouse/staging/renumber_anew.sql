-- The order ids of refunds that were found: their rows are taken out and put back. Run where rows are
-- committed and so compressed: there a text that is updated in its place costs half a minute a million rows.
create or replace temp table moved_refunds as
select staged_lines.* replace (renumbered_refunds.order_id as order_id)
from staged_lines join renumbered_refunds using (row_no)
where kind = 'refund';

delete from staged_lines where row_no in (select row_no from moved_refunds);
insert into staged_lines from moved_refunds;
drop table moved_refunds;
drop table renumbered_refunds;

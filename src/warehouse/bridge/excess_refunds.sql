-- What was given back beyond the sales of the order it is of.
-- Grain: one row. Sales: that excess, as a negative amount.
select count(*) as rows, null as orders, -sum(excess) as sales
from refunds
where excess > 0 and outside is distinct from 'cancelled';

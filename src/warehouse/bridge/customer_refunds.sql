-- Money given back to customers who have orders, from their first order on.
-- Grain: one row. Sales: what was given back, as a negative amount, no more than the order came to.
select count(*) as rows, null as orders, -sum(amount - excess) as sales
from refunds
where is_of_customer and coalesce(original_on, refunded_on) >= first_ordered_on;

-- Money given back to customers who have orders.
-- Grain: one row. Sales: what was given back, as a negative amount.
select count(*) as rows, null as orders, -sum(amount) as sales
from refunds
where is_of_customer;

-- Net of orders of unknown buyers.
-- Grain: one row.
select null as rows, count(*) as orders, sum(net) as sales
from orders
where is_valid and customer_id is null;

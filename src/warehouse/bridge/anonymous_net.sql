-- Net of orders of nobody known.
-- Grain: one row.
select null as rows, count(*) as orders, sum(net) as sales
from orders
where is_valid and customer_id is null;

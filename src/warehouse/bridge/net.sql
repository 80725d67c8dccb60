-- Net of known customers: their sales less what was given back to them.
-- Grain: one row.
select null as rows, sum(orders) as orders, sum(net) as sales
from customers;

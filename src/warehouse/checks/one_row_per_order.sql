-- An order stands once in orders.
select count(*) as orders, count(distinct order_id) as different
from orders
having count(*) <> count(distinct order_id);

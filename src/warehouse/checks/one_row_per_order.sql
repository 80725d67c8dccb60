-- An order stands once in orders.
select order_id, count(*) as times
from orders
group by order_id
having count(*) > 1;

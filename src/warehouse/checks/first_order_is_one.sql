-- Every customer has exactly one first order, on the day that customers names.
select customers.customer_id, count(orders.order_id) as first_orders
from customers
left join orders
  on orders.customer_id = customers.customer_id
  and orders.order_number = 1
  and orders.ordered_on = customers.first_ordered_on
group by customers.customer_id
having count(orders.order_id) <> 1;

-- Every customer has exactly one first order, on the day that customers names.
with firsts as (select customer_no, ordered_on from orders where order_number = 1)
select customer_no, 'not the day of a first order' as reason
from customers full join firsts using (customer_no)
where firsts.ordered_on is distinct from customers.first_ordered_on
union all
select null as customer_no, 'more first orders than customers' as reason
where (select count(*) from firsts) <> (select count(*) from customers);

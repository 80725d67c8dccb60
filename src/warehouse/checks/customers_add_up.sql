-- The customers' sales and refunds are those of the valid orders of known customers.
select (select sum(sales) from customers) as of_customers, sum(sales) as of_orders
from orders
where is_valid and customer_id is not null
having coalesce((select sum(sales) from customers), 0) <> coalesce(sum(sales), 0)
  or coalesce((select sum(refunds) from customers), 0)
    <> coalesce((select sum(amount) from refunds where is_of_customer), 0);

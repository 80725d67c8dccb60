-- Does one customer carry the figures?
-- Grain: one row per customer with more than a tenth of the net of known customers. Share 0..1.
with all_customers as (select sum(net) as net, count(*) as customers from customers)
select customer_id as customer, (customers.net / all_customers.net)::double as share
from customers cross join all_customers
where all_customers.net > 0 and all_customers.customers >= 20 and customers.net > 0.1 * all_customers.net
order by share desc, customer;

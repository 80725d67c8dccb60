-- The orders behind the last complete day.
-- Grain: one row per order that counts. Money in the currency's units.
select ordered_on, order_id, customer_id as customer, net::double as net, first_row_no
from orders
where is_valid and ordered_on > (select as_of from project)
order by ordered_on, order_id;

-- Question: who was joined to which customer, and what did they share?
-- Grain: one row per id, e-mail or phone that is counted under another customer.
select customer_id, merged_id, kind, joined_by, orders
from customer_merges
order by customer_id, kind desc, merged_id;

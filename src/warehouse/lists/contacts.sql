-- Question: how can each customer be named and reached, and do they accept marketing?
-- Grain: one row per customer. has_consent is null where no column of the file speaks of consent.
select customer_id as customer, customer_name as name, email, phone, has_consent
from contacts
order by customer;

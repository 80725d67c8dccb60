-- Refunds outside the customer figures: of nobody known, or of people without a valid order in the file.
-- Grain: one row. Sales: what was given back, as a negative amount.
select count(*) as rows, null as orders, -sum(amount) as sales
from refunds
where not is_of_customer;

-- Money given back to customers before their first order in the file: of an order that the file does not
-- have.
-- Grain: one row. Sales: what was given back, as a negative amount.
select count(*) as rows, null as orders, -sum(amount - excess) as sales
from refunds
where is_of_customer and coalesce(original_on, refunded_on) < first_ordered_on;

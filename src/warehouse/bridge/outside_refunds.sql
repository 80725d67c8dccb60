-- Refunds outside the customer figures, for one reason: of unknown buyers, or of people without a valid order
-- in the file.
-- Grain: one row. Sales: what was given back, as a negative amount.
with params as (select $reason::varchar as reason)
select count(*) as rows, null as orders, -sum(amount) as sales
from refunds cross join params
where outside = params.reason;

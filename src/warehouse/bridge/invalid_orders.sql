-- Orders that do not count as a purchase, for one reason.
-- Grain: one row.
with params as (select $reason::varchar as reason)
select sum(lines) as rows, count(*) as orders, sum(sales) as sales
from orders cross join params
where invalid_reason = params.reason;

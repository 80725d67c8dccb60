-- Is there enough history to see anybody come back?
-- Grain: one row where the orders span less than six months.
select (as_of - starts_on + 1)::integer as days
from project
where has_customers and as_of < starts_on + interval 6 month;

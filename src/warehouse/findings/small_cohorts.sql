-- Are the groups by month too small to tell chance from change?
-- Grain: one row where most months with new customers have fewer than 30 of them.
with months as (
  select date_trunc('month', first_ordered_on) as month_on, count(*) as customers
  from customers
  group by month_on
)
select count(*) filter (customers < 30) as small, count(*) as months
from months
having count(*) >= 3 and 2 * count(*) filter (customers < 30) > count(*);

-- What kind of customer each is, where it is not a final customer: as a column of the file says on any of
-- their orders (staff before dealer), or by the median quantity of their orders.
-- Grain: one row per dealer and staff member.
create or replace table customer_types as
with params as (select $median_quantity::double as median_quantity),
said as (
  select staged_lines.customer_id, max(source_rows.customer_type) as customer_type
  from source_rows join staged_lines using (row_no)
  where source_rows.customer_type is not null and staged_lines.customer_id is not null
  group by staged_lines.customer_id
),
order_quantities as (
  select
    any_value(staged_lines.customer_id) as customer_id,
    staged_lines.order_id,
    sum(source_rows.quantity) as quantity
  from staged_lines join source_rows using (row_no)
  where staged_lines.kind = 'sale' and (select median_quantity from params) is not null
  group by staged_lines.order_id
),
large as (
  select customer_id, 'dealer' as customer_type
  from order_quantities cross join params
  where customer_id is not null
  group by customer_id, median_quantity
  having median(quantity) >= median_quantity
)
select customer_id, max(customer_type) as customer_type
from (select * from said union all by name select * from large)
group by customer_id;

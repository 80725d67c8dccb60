-- What refunds of no known order say in one column of the file: their customer's value where it is one of
-- customers, else their own.
-- Grain: one row per refund row.
create or replace view column_refunds as
with of_customers as (
  select customer_no, any_value(value) as value
  from column_orders
  where customer_no is not null and $level::varchar = 'customer'
  group by customer_no
)
select refunds.row_no, coalesce(of_customers.value, column_values.value, '(none)') as value
from refunds left join of_customers using (customer_no) left join column_values using (row_no)
where order_no is null;

comment on view column_refunds is
  'What refunds of no known order say in one column of the file; there while it is read';
comment on column column_refunds.row_no is 'Row of the refund';
comment on column column_refunds.value is 'The value; (none) where the cell is empty';

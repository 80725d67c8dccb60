-- One column of the file as an attribute of first orders.
insert into first_order_attributes
select
  customer_no,
  customers.customer_id,
  $attribute::varchar as attribute,
  value,
  (worth is not null or count(*) over firsts = 1)
    and row_number() over (firsts order by worth desc nulls last, folded_name(value), value) = 1 as is_largest
from (select customer_no, value, worth from column_orders where order_number = 1)
join customers using (customer_no)
window firsts as (partition by customer_no);

-- One column of the file as an attribute of orders and of refunds that are of no known order.
insert into order_values
select
  (
    (select coalesce(max(value_no), 0) from order_values) + row_number() over (order by value)
  )::integer as value_no,
  $attribute::varchar as attribute,
  value
from (select value from column_orders union select value from column_refunds);

insert into order_attributes
select order_no, value_no, worth
from column_orders
join (select value_no, value from order_values where attribute = $attribute::varchar) using (value);

insert into refund_attributes
select row_no, value_no
from column_refunds
join (select value_no, value from order_values where attribute = $attribute::varchar) using (value);

-- How a customer can be named and reached, as the first order of each says, and whether they may be written
-- to, as the last one does.
-- Grain: one row per customer. A view: names are read only where somebody asks for them.
create or replace view contacts as
select
  customers.customer_id,
  source_rows.customer_name,
  lower(source_rows.email) as email,
  source_rows.phone,
  last_rows.has_consent
from customers
join (select row_no, customer_name, email, phone from source_rows) as source_rows
  on source_rows.row_no = customers.first_row_no
left join orders as last_orders on last_orders.customer_no = customers.customer_no
  and last_orders.next_ordered_on is null
left join (select row_no, has_consent from source_rows) as last_rows
  on last_rows.row_no = last_orders.first_row_no;

comment on view contacts is 'How a customer can be named and reached';
comment on column contacts.customer_id is 'The customer''s key in the file';
comment on column contacts.customer_name is 'Name on the first order';
comment on column contacts.email is 'E-mail on the first order, lower case';
comment on column contacts.phone is 'Phone on the first order';
comment on column contacts.has_consent is
  'Accepts marketing, by the last order; null where no column of the file says so';

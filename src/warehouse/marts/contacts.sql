-- How a customer can be named and reached, as the first order of each says.
-- Grain: one row per customer. A view: names are read only where somebody asks for them.
create or replace view contacts as
select
  customers.customer_id,
  source_rows.customer_name,
  lower(source_rows.email) as email,
  source_rows.phone
from customers
join source_rows on source_rows.row_no = customers.first_row_no;

comment on view contacts is 'How a customer can be named and reached';
comment on column contacts.customer_id is 'The customer''s key in the file';
comment on column contacts.customer_name is 'Name on the first order';
comment on column contacts.email is 'E-mail on the first order, lower case';
comment on column contacts.phone is 'Phone on the first order';

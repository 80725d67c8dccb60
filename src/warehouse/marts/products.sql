-- The products of valid orders, one number each. Spellings that differ in capitals and blanks alone are one product, shown as it is written most.
-- Grain: one row per product. Built when first asked for: it reads the widest texts again.
create or replace table products as
with named as (
  select source_rows.product, count(*) as lines
  from source_rows join staged_lines using (row_no)
  where staged_lines.kind <> 'set_aside' and source_rows.product is not null
  group by source_rows.product
)
select row_number() over (order by product_key)::integer as product_no, product_key, product
from (
  select lower(trim(regexp_replace(product, '\s+', ' ', 'g'))) as product_key, arg_max(product, (lines, product)) as product
  from named
  group by product_key
);

comment on table products is 'The products of the file, one number each';
comment on column products.product_no is 'A short number for the product';
comment on column products.product_key is 'The name in small letters and single blanks';
comment on column products.product is 'The name as it is written most';

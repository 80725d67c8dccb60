-- The products of the file, one number each, shown as the product's own name is written most; a name that no
-- row has any more as it was said.
-- Grain: one row per product.
create or replace table products as
with said as (
  select product_key, min(product) as product
  from product_merges
  group by product_key
)
select
  row_number() over (order by product_key)::integer as product_no,
  product_key,
  coalesce(arg_max(name, (lines, name)) filter (own_key = product_key), any_value(said.product)) as product
from product_names left join said using (product_key)
group by product_key;

comment on table products is 'The products of the file, one number each';
comment on column products.product_no is 'A short number for the product';
comment on column products.product_key is 'The name in small letters and single blanks';
comment on column products.product is 'The name as it is written most';

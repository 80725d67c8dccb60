-- Which product each name in the file means. Names that differ in capitals and blanks alone are one product,
-- and so are those that a person has said are.
-- Grain: one row per different name on rows that were used. Built when first asked for: it reads the widest
-- texts again.
create or replace table product_names as
with written as (
  select source_rows.product as name, count(*) as lines, folded_name(name) as own_key
  from (select row_no, product from source_rows) as source_rows join staged_lines using (row_no)
  where staged_lines.kind <> 'set_aside' and source_rows.product is not null
  group by source_rows.product
)
select name, lines, own_key, coalesce(product_merges.product_key, own_key) as product_key
from written
left join (
  select own_key, any_value(product_key) as product_key from product_merges group by own_key
) as product_merges using (own_key);

comment on table product_names is 'Which product each name in the file means';
comment on column product_names.name is 'The name, as in the file';
comment on column product_names.lines is 'Rows of the file with this name';
comment on column product_names.own_key is
  'The name in small letters and single blanks: names that share it are one product';
comment on column product_names.product_key is
  'That of the product; another one where a person said that this name counts as it';

-- The names of products that a person has said count as another one, with the product that each counts as in
-- the end.
-- Grain: one row per such name. Keys are names in small letters and single blanks.
create or replace table product_merges as
with said as (
  select
    unnest(string_split($names::varchar, chr(31))) as name,
    unnest(string_split($same_as::varchar, chr(31))) as same_as,
    unnest(string_split($ends::varchar, chr(31))) as product
)
select
  name,
  same_as,
  product,
  lower(trim(regexp_replace(name, '\s+', ' ', 'g'))) as own_key,
  lower(trim(regexp_replace(product, '\s+', ' ', 'g'))) as product_key
from said
where name <> '';

comment on table product_merges is 'Names of products that count as another one because a person said so';
comment on column product_merges.name is 'The name, as it was said';
comment on column product_merges.same_as is 'The name that it counts as, as it was said';
comment on column product_merges.product is 'Where that name counts as yet another: the last of them';
comment on column product_merges.own_key is 'The name in small letters and single blanks';
comment on column product_merges.product_key is 'The last of them in small letters and single blanks';

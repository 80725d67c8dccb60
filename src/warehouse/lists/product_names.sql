-- Question: which names in the file mean which product, and why?
-- Grain: one row per different name, and per name that a person has said counts as another and that is not in
-- the file (lines 0), by product. reason is said where a person said it, spelling where capitals and blanks
-- alone differ, null where the product has one name.
with written as (
  select name, lines, own_key, product_key, count(*) over (partition by product_key) as names
  from product_names
),
listed as (
  select
    written.name,
    lines,
    products.product,
    product_merges.name as said_name,
    case when product_merges.own_key is not null then 'said' when names > 1 then 'spelling' end as reason
  from written join products using (product_key) left join product_merges using (own_key)
  union all
  select name, 0 as lines, product, name as said_name, 'said' as reason
  from product_merges
  where own_key not in (select own_key from product_names)
)
select name, lines::integer as lines, product, said_name, reason
from listed
order by product, reason = 'said', name <> product, lines desc, name;

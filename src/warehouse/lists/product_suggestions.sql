-- Question: which products may be one under several names?
-- Grain: one row per group of products that a fixed rule finds alike, those on most rows of the file first;
-- none is merged by it. rule: marks (the same letters and digits once accents, blanks and punctuation are
-- gone), order (the same words in another order), code (one product code on the rows of all of them; a code
-- of more than 5 products tells nothing), variant (the same before the last " - "). names is separated by
-- chr(31); product is the name that most rows have, of variants what they share.
with sold as (
  select product_key, any_value(products.product) as product, sum(lines) as lines
  from products join product_names using (product_key)
  group by product_key
),
plain as (
  select
    product_key,
    product,
    lines,
    trim(regexp_replace(strip_accents(product_key), '[^\p{L}\p{N}]+', ' ', 'g')) as words
  from sold
),
coded as (
  select distinct lower(sku) as code, product_key
  from (select row_no, sku, product from source_rows) as source_rows
  join staged_lines using (row_no)
  join product_names on product_names.name = source_rows.product
  where staged_lines.kind = 'sale' and sku is not null
),
alike as (
  select 1 as rank, 'marks' as rule, replace(words, ' ', '') as found, product_key, null as shared
  from plain
  union all
  select 2, 'order', array_to_string(list_sort(string_split(words, ' ')), ' '), product_key, null
  from plain
  union all
  select 3, 'code', code, product_key, null
  from coded
  union all
  select
    4, 'variant', regexp_replace(product_key, ' - [^-]*$', ''), product_key,
    regexp_replace(product, ' - [^-]*$', '')
  from plain
  where regexp_matches(product_key, '. - [^-]*$')
),
groups as (
  select
    rank,
    rule,
    list(product order by lines desc, product) as names,
    sum(lines) as lines,
    min(shared) as shared
  from alike join sold using (product_key)
  where found <> ''
  group by rank, rule, found
  having count(*) > 1 and (rule <> 'code' or count(*) <= 5)
)
-- A group that two rules find is told by the first of them.
select
  arg_min(rule, rank) as rule,
  array_to_string(names, chr(31)) as names,
  any_value(lines)::integer as lines,
  coalesce(arg_min(shared, rank), names[1]) as product
from groups
group by names
order by lines desc, product;

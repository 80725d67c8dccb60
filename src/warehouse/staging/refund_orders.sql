-- Which order each refund is of. A row with the number of a sale says so itself; any other document says it
-- by its own number (C1004, 1004-R1, CN-1004), if that order is of the same buyer, no later and no smaller
-- than the document.
-- Grain: one row per refund row whose order id changes. One that is of no known order has no order id from
-- here on: its number is its own. Steps of their own: DuckDB then knows how few documents there are, and
-- looks each sale up among them, not the other way round.
create or replace temp table refund_documents as
select
  row_no,
  order_id as own_id,
  customer_id,
  day_of(ordered_at) as given_on,
  -sum(sales) over (partition by order_id) as document
from staged_lines
where kind = 'refund';

create or replace temp table refund_numbers as
with documents as (select distinct own_id from refund_documents),
numbers as (
  select own_id, own_id as order_id, true as is_own
  from documents
  union
  select
    own_id,
    unnest([
      regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)(?:[-_ #/]+(.+)|(\d.*))$', 1),
      regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)(?:[-_ #/]+(.+)|(\d.*))$', 2),
      regexp_extract(own_id, '^(.*\d)[-_ #/.]*(?i:cn|cr|cm|c|rf|ref|ret|r)[-_ #/.]*\d*$', 1)
    ]),
    false
  from documents
  where $order_grain::varchar = 'order_id'
  union
  -- CN-5034 of INV-5034: letters say what the document is, and the digits are those of the sale. What does
  -- not begin with a letter is told by a comparison, which costs a tenth of the pattern.
  select own_id, order_id, false
  from (
    select own_id, regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)[-_ #/]*(\d+)$', 1) as digits
    from documents
  )
  join (
    select order_id, regexp_extract(order_id, '^[A-Za-z]+[-_ #/]*(\d+)$', 1) as digits
    from (select distinct order_id from staged_lines where kind = 'sale' and order_id >= 'A')
  ) as sales using (digits)
  where digits <> '' and $order_grain::varchar = 'order_id'
)
select own_id, order_id, is_own
from numbers
where order_id <> '';

create or replace temp table renumbered_refunds as
with sold as (
  select
    order_id,
    any_value(customer_id) as customer_id,
    day_of(min(ordered_at)) as sold_on,
    sum(sales) as sales
  from staged_lines semi join refund_numbers using (order_id)
  where kind = 'sale'
  group by order_id
),
met as (
  select
    row_no,
    min(order_id) filter (is_own) as named,
    if(count(distinct order_id) = 1, min(order_id), null) as only_one
  from refund_documents as given_back join refund_numbers using (own_id) join sold using (order_id)
  where is_own
    or (
      coalesce(given_back.customer_id = sold.customer_id, given_back.customer_id is null)
      and sold_on <= given_on
      and sold.sales >= document
    )
  group by row_no
),
found as (
  select row_no, coalesce(met.named, met.only_one) as order_id
  from refund_documents left join met using (row_no)
)
select found.row_no, found.order_id
from refund_documents join found using (row_no)
where own_id is distinct from found.order_id;

drop table refund_documents;
drop table refund_numbers;

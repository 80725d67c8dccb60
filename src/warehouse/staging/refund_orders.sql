-- Which order each refund is of. A row with the number of a sale says so itself; any other document says it by its own number (C1004, 1004-R1,
-- CN-1004), if that order is of the same buyer, no later and no smaller than the document.
-- Grain: one row per refund row. One that is of no known order has no order id from here on: its number is its own.
update staged_lines
set order_id = found.order_id
from (
  with given_back as (
    select row_no, order_id as own_id, customer_id, day_of(ordered_at) as given_on,
      -sum(sales) over (partition by order_id) as document
    from staged_lines
    where kind = 'refund'
  ),
  documents as (select distinct own_id from given_back),
  numbers as (
    select own_id, own_id as order_id, true as is_own from documents
    union
    select own_id, unnest([
      regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)(?:[-_ #/]+(.+)|(\d.*))$', 1),
      regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)(?:[-_ #/]+(.+)|(\d.*))$', 2),
      regexp_extract(own_id, '^(.*\d)[-_ #/.]*(?i:cn|cr|cm|c|rf|ref|ret|r)[-_ #/.]*\d*$', 1)
    ]), false
    from documents
    where $order_grain::varchar = 'order_id'
    union
    -- CN-5034 of INV-5034: letters say what the document is, and the digits are those of the sale.
    select own_id, order_id, false
    from (select own_id, regexp_extract(own_id, '^(?i:cn|cr|cm|c|rf|ref|ret|r)[-_ #/]*(\d+)$', 1) as digits from documents)
    join (
      select order_id, regexp_extract(order_id, '^[A-Za-z]+[-_ #/]*(\d+)$', 1) as digits
      from (select distinct order_id from staged_lines where kind = 'sale')
    ) as sales using (digits)
    where digits <> '' and $order_grain::varchar = 'order_id'
  ),
  sold as (
    select order_id, any_value(customer_id) as customer_id, day_of(min(ordered_at)) as sold_on, sum(sales) as sales
    from staged_lines
    where kind = 'sale' and order_id in (select order_id from numbers)
    group by order_id
  ),
  met as (
    select row_no, min(order_id) filter (is_own) as named, if(count(distinct order_id) = 1, min(order_id), null) as only_one
    from given_back join numbers using (own_id) join sold using (order_id)
    where is_own or (
      coalesce(given_back.customer_id = sold.customer_id, given_back.customer_id is null) and sold_on <= given_on and sold.sales >= document
    )
    group by row_no
  )
  select row_no, coalesce(met.named, met.only_one) as order_id
  from given_back left join met using (row_no)
) as found
where staged_lines.row_no = found.row_no;

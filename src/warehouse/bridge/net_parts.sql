-- Question: what is the net in all made up of, by whose it is and where it counts?
-- Grain: one row per part with money in it.
-- Together the parts are the sales of every order that was not cancelled, less all refunds, whichever way
-- refunds count. known is what the customer figures hold; before_first counts before its customer's first
-- order.
with params as (
  select
    $refunds::varchar as refunds,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of
  from project
),
counted as (
  select null as part, customer_no, first_ordered_on, ordered_on as moved_on, sales as amount
  from orders
  where is_valid
  union all
  select null, customer_no, first_ordered_on, moved_on, amount
  from money_beside((select refunds from params))
),
left_out as (
  select
    case
      when by_view = 'none' then 'refunds'
      when outside in ('no_orders', 'nobody') then outside
      else 'excess'
    end as part,
    customer_no,
    first_ordered_on,
    if(by_view = 'none', refunded_on, coalesce(original_on, refunded_on)) as moved_on,
    if(by_view = 'none' or coalesce(outside in ('no_orders', 'nobody'), false), -amount, -excess) as amount
  from refunds cross join (select refunds as by_view from params)
  where by_view <> 'refund_date' and outside is distinct from 'cancelled'
  union all
  select 'refunds', null, null, ordered_on, sales
  from orders cross join (select refunds as by_view from params)
  where by_view = 'none' and not is_valid and invalid_reason <> 'cancelled'
),
judged as (
  select
    case
      when moved_on > as_of then 'later'
      when part is not null then part
      when customer_no is null then 'anonymous'
      when of_type is not null
        and customer_no not in (select customer_no from customers, params where customer_type = of_type)
        then 'other_types'
      when moved_on < first_ordered_on then 'before_first'
      else 'known'
    end as part,
    amount
  from (from counted union all from left_out) cross join params
)
select part, sum(amount)::double as amount
from judged
group by part
having sum(amount) <> 0
order by part;

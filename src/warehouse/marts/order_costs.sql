-- What the goods of each valid order cost the shop. Goods that came back are still paid for.
-- Grain: one row per valid order; its cost is null where a line of it has none. Money exact. Built when first
-- asked for. A cost is that of one piece or of the whole line: of one thing sold in different numbers, the
-- one stays and the other grows. Where nothing tells, it is that of a piece.
create or replace table order_costs as
with lines as (
  select
    staged_lines.order_id,
    source_rows.cost,
    source_rows.quantity,
    coalesce(source_rows.sku, source_rows.product) as thing
  from staged_lines
  join (select row_no, cost, quantity, sku, product from source_rows) as source_rows using (row_no)
  where staged_lines.kind = 'sale'
),
things as (
  select
    count(distinct cost) as costs,
    count(distinct round((cost / quantity)::double, 6)) as costs_of_piece
  from lines
  where quantity > 0 and cost > 0 and thing is not null
  group by thing
),
judged as (
  select coalesce($cost_of::varchar, if(sum(costs) > sum(costs_of_piece), 'line', 'piece')) as cost_of
  from things
),
summed as (
  select
    order_id,
    if(count(cost) = count(*), sum(if(cost_of = 'piece', cost * coalesce(quantity, 1), cost)), null) as cost
  from lines cross join judged
  group by order_id
)
select orders.first_row_no as order_no, summed.cost
from orders join summed using (order_id)
where orders.is_valid;

comment on table order_costs is 'What the goods of each valid order cost the shop';
comment on column order_costs.order_no is 'First row of the order in the file';
comment on column order_costs.cost is 'Sum over the order''s sale lines; null where one of them has no cost';

-- Question: what does this customer like best?
-- Grain: one row per product of their valid orders up to as_of, those bought most often first. Money in the
-- currency's units, before refunds.
with params as (
  select $customer::varchar as customer, as_of, has_amounts from project
)
select
  products.product,
  count(distinct order_id)::integer as orders,
  sum(quantity)::double as pieces,
  if(any_value(has_amounts), sum(order_lines.sales), null)::double as sales,
  max(ordered_on) as last_on
from order_lines
join orders using (order_id)
join product_names on product_names.name = order_lines.product
join products using (product_key)
cross join params
where order_lines.customer_id = customer
  and kind = 'sale'
  and is_valid
  and ordered_on <= as_of
group by products.product
order by orders desc, sales desc, products.product;

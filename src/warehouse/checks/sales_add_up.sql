-- The sales of all orders are the sales of all sale rows, to the last digit.
with of_orders as (select coalesce(sum(sales), 0) as sales from orders),
of_rows as (select coalesce(sum(sales) filter (kind = 'sale'), 0) as sales from staged_lines)
select of_orders.sales as of_orders, of_rows.sales as of_rows
from of_orders cross join of_rows
where of_orders.sales <> of_rows.sales;

-- The sales of all orders are the sales of all sale rows, to the last digit.
select (select sum(sales) from orders) as of_orders, (select sum(sales) from staged_lines where kind = 'sale') as of_rows
where coalesce((select sum(sales) from orders), 0)
  <> coalesce((select sum(sales) from staged_lines where kind = 'sale'), 0);

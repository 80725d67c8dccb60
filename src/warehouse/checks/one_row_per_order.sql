-- Every order is in orders once: each begins on a row of its own.
select count(*) as orders, count(distinct first_row_no) as first_rows
from orders
having count(*) <> count(distinct first_row_no);

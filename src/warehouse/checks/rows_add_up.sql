-- Every row of the file is a sale, a refund or set aside. A row here is a row that got lost or doubled.
select row_no, count(*) as times
from staged_lines
group by row_no
having count(*) <> 1
union all
select (select count(*) from raw) as row_no, (select count(*) from staged_lines) as times
where (select count(*) from raw) <> (select count(*) from staged_lines);

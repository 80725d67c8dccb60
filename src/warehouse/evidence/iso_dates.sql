-- How many values of each examined column are ISO dates, by shape; a null shape is everything else.
-- Grain: one row per column and shape.
with valued as (
  select place, row_no, value, rows,
    case
      when value like '____-__-__ __:__:__' then '9999-99-99 99:99:99'
      when value like '____-__-__' then '9999-99-99'
      when value like '____-__-__T__:__:__' then '9999-99-99T99:99:99'
      when value like '____-__-__ __:__' then '9999-99-99 99:99'
      when value like '____-__-__ __:__:__.___' then '9999-99-99 99:99:99.999'
    end as pattern
  from examined
  where value is not null
)
select
  place,
  if(try_cast(value as timestamp) is not null, pattern, null) as shape,
  sum(rows) as rows,
  min(row_no) as first_row,
  min(value) as low,
  max(value) as high
from valued
group by place, shape
order by place, rows desc, shape;

-- Is the file out of date?
-- Grain: one row where the last complete day lies more than 45 days before the day on which the file was
-- opened.
with params as (select $today::date as today)
select as_of::varchar as as_of, (params.today - as_of)::integer as days
from project cross join params
where params.today - as_of > 45;

-- Every day from the first week of the data's first year, or the first refund of the 400 days before it, to ten years after, with the period it falls in for each grain.
-- Grain: one row per day. Periods are numbered from that of the first order, so that an age is a difference.
-- Days before it are for refunds: one can stand in the period of the first order, be it a week over New Year.
create or replace table calendar as
with days as (
  select starts_on,
    unnest(generate_series(
      least(date_trunc('week', date_trunc('year', starts_on)), greatest(first_refund_on, starts_on - 400))::timestamp, ends_on + interval 10 year, interval 1 day
    ))::date as day
  from project cross join (select min(refunded_on) as first_refund_on from refunds)
  where starts_on is not null
)
select
  day,
  (day - starts_on)::integer as day_no,
  date_diff('week', date_trunc('week', starts_on), date_trunc('week', day))::integer as week_no,
  date_diff('month', starts_on, day)::integer as month_no,
  date_diff('quarter', starts_on, day)::integer as quarter_no,
  date_diff('year', starts_on, day)::integer as year_no,
  date_trunc('week', day)::date as week_on,
  date_trunc('month', day)::date as month_on,
  date_trunc('quarter', day)::date as quarter_on,
  date_trunc('year', day)::date as year_on
from days;

comment on table calendar is 'Every day from the first week of the data''s first year to ten years after it';
comment on column calendar.day is 'The day';
comment on column calendar.day_no is 'Days since the first order; negative before it';
comment on column calendar.week_no is 'Weeks since that of the first day; weeks begin on Monday';
comment on column calendar.month_no is 'Months since that of the first day';
comment on column calendar.quarter_no is 'Quarters since that of the first day';
comment on column calendar.year_no is 'Years since that of the first day';
comment on column calendar.week_on is 'Monday of the week';
comment on column calendar.month_on is 'First day of the month';
comment on column calendar.quarter_on is 'First day of the quarter';
comment on column calendar.year_on is 'First day of the year';

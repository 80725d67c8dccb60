-- Every day from the first week of the data's first year, or the first refund of the 400 days before it, to
-- ten years after, with the period it falls in for each grain.
-- Grain: one row per day. Periods are numbered from that of the first order, so that an age is a difference.
-- Days before it are for refunds: one can stand in the period of the first order, be it a week over New Year.
create or replace table calendar as
with days as (
  select
    starts_on,
    unnest(
      generate_series(
        least(week_of(year_of(starts_on)), greatest(first_refund_on, starts_on - 400))::timestamp,
        ends_on + interval 10 year,
        interval 1 day
      )
    )::date as day
  from project cross join (select min(refunded_on) as first_refund_on from refunds)
  where starts_on is not null
)
select
  day,
  (day - starts_on)::integer as day_no,
  ((week_of(day) - week_of(starts_on)) // 7)::integer as week_no,
  date_diff('month', starts_on, day)::integer as month_no,
  (date_diff('month', quarter_of(starts_on), quarter_of(day)) // 3)::integer as quarter_no,
  (date_diff('month', year_of(starts_on), year_of(day)) // 12)::integer as year_no,
  week_of(day) as week_on,
  date_trunc('month', day)::date as month_on,
  quarter_of(day) as quarter_on,
  year_of(day) as year_on
from days;

comment on table calendar is 'Every day from the first week of the data''s first year to ten years after it';
comment on column calendar.day is 'The day';
comment on column calendar.day_no is 'Days since the first order; negative before it';
comment on column calendar.week_no is 'Weeks since that of the first day';
comment on column calendar.month_no is 'Months since that of the first day';
comment on column calendar.quarter_no is 'Quarters since that of the first day';
comment on column calendar.year_no is 'Years since that of the first day';
comment on column calendar.week_on is 'First day of the week: Monday, unless the project says another';
comment on column calendar.month_on is 'First day of the month';
comment on column calendar.quarter_on is 'First day of the quarter; quarters follow the year';
comment on column calendar.year_on is
  'First day of the year: that of January, unless the project says another month';

-- The first day of the week, quarter and year that a day lies in, as the project has them; months are those
-- of the calendar. Grain: macros, one day per day. Quarters follow from the month that years begin with.
create or replace macro week_of(day) as (
  date_trunc('week', day - ($week_start::integer - 1))::date + ($week_start::integer - 1)
);

-- The months by which a year begins later than that of the calendar.
create or replace macro year_shift() as (to_months($fiscal_year_start::integer - 1));

create or replace macro quarter_of(day) as (
  (date_trunc('quarter', date_trunc('month', day) - year_shift()) + year_shift())::date
);

create or replace macro year_of(day) as (
  (date_trunc('year', date_trunc('month', day) - year_shift()) + year_shift())::date
);

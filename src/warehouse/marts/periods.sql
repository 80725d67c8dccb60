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

-- The one of five values that the grain asks for: numbers of periods, their first days or their lengths.
-- Asked once a day of the calendar, never once an order.
create or replace macro by_grain(grain, of_day, of_week, of_month, of_quarter, of_year) as
  case grain
    when 'day' then of_day
    when 'week' then of_week
    when 'month' then of_month
    when 'quarter' then of_quarter
    else of_year
  end;

-- The last day of the period that begins on a day.
create or replace macro period_end(grain, starts_on) as
  case grain
    when 'day' then starts_on
    when 'week' then starts_on + 6
    when 'month' then last_day(starts_on)
    when 'quarter' then last_day(starts_on + interval 2 month)
    else last_day(starts_on + interval 11 month)
  end;

-- The day from which on a customer who is new to the file is new to the shop; null where all of them are.
create or replace macro known_from(history, day) as if(history = 'complete', null, day);

-- The day that a moment is of: where a day ends some hours after midnight, what comes before is of the day
-- before.
-- Grain: a macro, one day per moment. The hours are 0 where the dates of the file have no times.
create or replace macro day_of(moment) as (
  if($day_ends_at::integer = 0, moment::date, (moment - to_hours($day_ends_at::integer))::date)
);

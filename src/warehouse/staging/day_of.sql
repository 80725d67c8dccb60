-- The day that a moment belongs to: where the project says that its day ends some hours after midnight, the hours before are the day before.
-- Grain: a macro, one day per moment. The hours are 0 where the dates of the file have no times.
create or replace macro day_of(moment) as (
  if($day_ends_at::integer = 0, moment::date, (moment - to_hours($day_ends_at::integer))::date)
);

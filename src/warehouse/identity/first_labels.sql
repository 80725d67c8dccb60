-- Each identifier that can join others, by itself; and the sets in which it meets them.
-- Grain: identifier_labels one row per identifier; identifier_ties one row per set and identifier of at least two.
create or replace table identifier_ties as
with telling as (
  select meeting_no, value_no
  from identifier_meetings join identifiers using (value)
  where joins_nothing is null
)
select meeting_no, value_no
from telling
qualify count(*) over (partition by meeting_no) > 1;

create or replace table identifier_labels as
select distinct value_no, value_no as label
from identifier_ties;

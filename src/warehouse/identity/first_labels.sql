-- Each identifier that can join others, by itself; and the sets in which it meets them.
-- Grain: identifier_labels one row per identifier; identifier_ties one row per set and identifier of at least
-- two.
create or replace temp table identifier_ties as
with telling as (
  select meeting_no, value_no
  from identifier_meetings
  anti join (select value_no from identifiers where joins_nothing is not null) using (value_no)
),
meeting as (
  select meeting_no from telling group by meeting_no having count(*) > 1
)
select meeting_no, value_no
from telling semi join meeting using (meeting_no);

create or replace temp table identifier_labels as
select distinct value_no, value_no as label
from identifier_ties;

-- One step of joining: everybody who meets takes the smallest label among them, and then that label's own
-- label, so that long chains are short. Repeated until nothing changes; what has one label then is one
-- customer.
create or replace temp table identifier_labels as
with of_meetings as (
  select meeting_no, min(label) as label
  from identifier_ties join identifier_labels using (value_no)
  group by meeting_no
),
reached as (
  select value_no, min(label) as label
  from identifier_ties join of_meetings using (meeting_no)
  group by value_no
)
select reached.value_no, least(reached.label, further.label) as label
from reached join reached as further on further.value_no = reached.label;

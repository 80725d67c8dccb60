-- Rows that repeat an earlier row of the file in every cell; the first of each is not listed.
-- Grain: one row per repeated row. Whole cells are compared, but only where two fingerprints meet.
create or replace table duplicate_rows as
with met as (
  select fingerprint
  from row_fingerprints
  group by fingerprint
  having count(*) > 1
),
suspects as (
  select row_no from row_fingerprints semi join met using (fingerprint)
),
repeated as (
  select row_no, row_number() over (partition by cells order by row_no) as occurrence
  from row_cells semi join suspects using (row_no)
)
select row_no
from repeated
where occurrence > 1;

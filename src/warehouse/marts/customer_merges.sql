-- Customers that were taken for one: each key that would have been a customer by itself, whom it is counted
-- under, and what they have in common.
-- Grain: one row per key that was joined to another.
create or replace table customer_merges as
with merged as (
  select joined_keys.customer_id, identifiers.*
  from joined_keys join identifiers using (value_no)
  where identifiers.orders > 0
),
seen as (
  select value_no, count(*) as meetings from identifier_meetings group by value_no
),
beside as (
  select distinct merged.value_no, others.value_no as other_no
  from merged
  join identifier_meetings as here using (value_no)
  join identifier_meetings as others using (meeting_no)
  where others.value_no <> merged.value_no
),
ties as (
  select
    beside.value_no,
    arg_max(others.value, (seen.meetings, -others.rank, others.value)) as joined_by
  from beside
  join identifiers as others on others.value_no = beside.other_no and others.joins_nothing is null
  join seen on seen.value_no = beside.other_no
  group by beside.value_no
)
select
  merged.customer_id,
  merged.value as merged_id,
  case merged.rank when 1 then 'id' when 2 then 'email' else 'phone' end as kind,
  ties.joined_by,
  merged.orders
from merged left join ties using (value_no);

comment on table customer_merges is 'Customers that were taken for one';
comment on column customer_merges.customer_id is 'The customer that the orders are counted under';
comment on column customer_merges.merged_id is
  'The id, e-mail or phone that would have been a customer by itself';
comment on column customer_merges.kind is 'id, email or phone';
comment on column customer_merges.joined_by is 'What stands on its orders and on others of the customer';
comment on column customer_merges.orders is 'Orders in the file that name it';

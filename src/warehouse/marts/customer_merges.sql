-- Customers that were taken for one: each key that would have been a customer by itself, whom it is counted under,
-- and what they have in common.
-- Grain: one row per key that was joined to another.
create or replace table customer_merges as
with merged as (
  select joined_keys.customer_id, identifiers.value, identifiers.rank, identifiers.orders
  from joined_keys join identifiers using (value)
  where identifiers.orders > 0
),
beside as (
  select merged.value, others.value as other, others.rank, count(distinct meetings.meeting_no) as meetings
  from merged
  join identifier_meetings as here using (value)
  join identifier_meetings as others using (meeting_no)
  join identifiers on identifiers.value = others.value and identifiers.joins_nothing is null
  join identifier_meetings as meetings on meetings.value = others.value
  where others.value <> merged.value
  group by all
),
ties as (
  select value, arg_max(other, (meetings, -rank, other)) as joined_by
  from beside
  group by value
)
select
  merged.customer_id,
  merged.value as merged_id,
  case merged.rank when 1 then 'id' when 2 then 'email' else 'phone' end as kind,
  ties.joined_by,
  merged.orders
from merged left join ties using (value);

comment on table customer_merges is 'Customers that were taken for one';
comment on column customer_merges.customer_id is 'The customer that the orders are counted under';
comment on column customer_merges.merged_id is 'The id, e-mail or phone that would have been a customer by itself';
comment on column customer_merges.kind is 'id, email or phone';
comment on column customer_merges.joined_by is 'What stands on its orders and on others of the customer';
comment on column customer_merges.orders is 'Orders in the file that name it';

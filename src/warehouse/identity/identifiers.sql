-- Every id, e-mail and phone once, and whether it can tell people apart: not where it stands for nobody in particular.
-- Grain: one row per identifier. An e-mail or phone that more than 5 others use joins nothing, nor an id with more than
-- 50 e-mails and phones, a name for nobody, or what a person has set apart. `keys`: on these orders it names the customer.
create or replace table identifiers as
with params as (select $apart::varchar as apart, $guest_names::varchar as guest_names),
best as (
  select meeting_no, min(rank) as rank from identifier_meetings group by meeting_no
),
keys as (
  select meeting_no, value, orders from identifier_meetings semi join best using (meeting_no, rank)
),
-- Only what stands in several sets can be shared: the others need no counting.
users as (
  select here.value, count(distinct keys.value) filter (keys.value <> here.value) as users
  from identifier_meetings as here
  join keys using (meeting_no)
  where here.rank > 1
  group by here.value
),
contacts_of_ids as (
  select ids.value, count(distinct others.value) filter (others.rank > 1) as contacts
  from identifier_meetings as ids join identifier_meetings as others using (meeting_no)
  where ids.rank = 1
  group by ids.value
),
counted as (
  select value, min(rank) as rank from identifier_meetings group by value
),
key_orders as (select value, sum(orders)::bigint as orders from keys group by value)
select
  row_number() over () as value_no,
  counted.value,
  counted.rank,
  coalesce(key_orders.orders, 0) as orders,
  coalesce(if(counted.rank = 1, contacts_of_ids.contacts, users.users), 0) as users,
  case
    when contains(apart, chr(31) || counted.value || chr(31)) then 'apart'
    when counted.rank = 1 and contacts > 50 then 'shared'
    when counted.rank > 1 and users > 5 then 'shared'
    when not regexp_matches(counted.value, '[0-9@]')
      and contains(guest_names, '|' || trim(regexp_replace(lower(strip_accents(counted.value)), '[^\p{L}]+', ' ', 'g')) || '|')
      then 'nobody'
  end as joins_nothing
from counted cross join params
left join key_orders using (value)
left join users using (value)
left join contacts_of_ids using (value);

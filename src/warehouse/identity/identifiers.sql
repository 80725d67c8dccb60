-- Every id, e-mail and phone once, and whether it can tell people apart: not where it stands for nobody in
-- particular.
-- Grain: one row per identifier. An e-mail or phone that more than 5 others use joins nothing, nor an id with
-- more than 50 e-mails and phones, a name for nobody, or what a person has set apart. `orders`: on these it
-- names the customer.
create or replace temp table identifiers as
with params as (select $apart::varchar as apart, $guest_names::varchar as guest_names),
best as (
  select meeting_no, min(rank) as rank
  from identifier_meetings
  group by meeting_no
),
keys as (
  select meeting_no, value_no, orders
  from identifier_meetings semi join best using (meeting_no, rank)
),
-- Only what stands in several sets can be shared: the others need no counting.
often as (
  select value_no
  from identifier_meetings
  group by value_no
  having count(*) > 1 or min(meeting_no) < 0
),
users as (
  select here.value_no, count(distinct keys.value_no) filter (keys.value_no <> here.value_no) as users
  from identifier_meetings as here semi join often using (value_no) join keys using (meeting_no)
  where here.rank > 1
  group by here.value_no
),
contacts_of_ids as (
  select ids.value_no, count(distinct others.value_no) filter (others.rank > 1) as contacts
  from identifier_meetings as ids
  semi join often using (value_no)
  join identifier_meetings as others using (meeting_no)
  where ids.rank = 1
  group by ids.value_no
),
key_orders as (select value_no, sum(orders)::bigint as orders from keys group by value_no)
select
  identifier_values.*,
  coalesce(key_orders.orders, 0) as orders,
  coalesce(if(rank = 1, contacts_of_ids.contacts, users.users), 0) as users,
  case
    when contains(apart, chr(31) || value || chr(31)) then 'apart'
    when rank = 1 and contacts > 50 then 'shared'
    when rank > 1 and users > 5 then 'shared'
    when not regexp_matches(value, '[0-9@]')
      and contains(
        guest_names,
        '|' || trim(regexp_replace(lower(strip_accents(value)), '[^\p{L}]+', ' ', 'g')) || '|'
      )
      then 'nobody'
  end as joins_nothing
from identifier_values cross join params
left join key_orders using (value_no)
left join users using (value_no)
left join contacts_of_ids using (value_no);

-- Country prefixes that a column of phone numbers shows by itself: one number stands there with the prefix
-- and without it.
-- Grain: one row per prefix. meets: different numbers that stand there both ways. Where no number carries a +
-- two have to meet.
with bare as (select distinct phone_bare(written) as bare from phones where written is not null),
written as (select bare, starts_with(bare, '+') as is_marked, ltrim(bare, '+') as digits from bare),
long as (
  select digits, is_marked
  from written
  where is_marked or (length(digits) >= 10 and not starts_with(digits, '0'))
),
short as (
  select distinct ltrim(digits, '0') as digits
  from written
  where not is_marked and length(ltrim(digits, '0')) between 8 and 11
),
met as (
  select
    long.digits,
    bool_or(is_marked) as is_marked,
    left(long.digits, length(long.digits) - length(short.digits)) as prefix
  from long join short on right(long.digits, 8) = right(short.digits, 8)
  where length(long.digits) - length(short.digits) between 1 and 3
    and ends_with(long.digits, short.digits)
  group by long.digits, prefix
)
select prefix, count(*) as meets
from met
where regexp_full_match(
  prefix,
  '1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]'
    || '|2[1-689][0-9]|3[578][0-9]|42[0-9]|5[09][0-9]|6[789][0-9]|8[0578][0-9]|9[679][0-9]'
)
group by prefix
having count(*) >= if(bool_or(is_marked), 1, 2)
order by meets desc, prefix;

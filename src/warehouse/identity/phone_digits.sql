-- A phone number as it is compared: its digits, with the country's prefix where the project names one and the number
-- was written without it. 0901 234 567 and +84 901 234 567 are one number where the prefix is 84.
create or replace macro phone_digits(written) as
  case
    when regexp_replace(written, '[^0-9]', '', 'g') = '' then null
    when regexp_matches(written, '^[^0-9]*[+]') or regexp_matches(written, '^[^0-9]*00') or $phone_prefix::varchar is null
      then regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^00', '')
    when length(regexp_replace(written, '[^0-9]', '', 'g')) > 9
      and starts_with(regexp_replace(written, '[^0-9]', '', 'g'), $phone_prefix::varchar)
      then regexp_replace(written, '[^0-9]', '', 'g')
    else $phone_prefix::varchar || regexp_replace(regexp_replace(written, '[^0-9]', '', 'g'), '^0+', '')
  end;

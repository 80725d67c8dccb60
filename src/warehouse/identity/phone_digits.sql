-- A phone number as it is compared: its digits, with the country's prefix where that is known and the number
-- was written without it. 0901 234 567 and +84 901 234 567 are one number where the prefix is 84. A long
-- number that begins with the prefix was written with it, without the +.
create or replace macro phone_digits(written) as
  case
    when phone_bare(written) = '' then null
    when starts_with(phone_bare(written), '+') then substr(phone_bare(written), 2)
    when $phone_prefix::varchar is null then phone_bare(written)
    when starts_with(phone_bare(written), $phone_prefix::varchar)
      and length(phone_bare(written)) >= length($phone_prefix::varchar)
        + if(length($phone_prefix::varchar) = 1, 10, 8)
      then phone_bare(written)
    else $phone_prefix::varchar || ltrim(phone_bare(written), '0')
  end;

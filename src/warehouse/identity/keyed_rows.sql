-- The file's rows with the customer that each names: id, else e-mail, else phone, else the name where that
-- was mapped as identity; of keys that were joined, the one that stands for all.
-- Grain: one row per row of the file. A view.
create or replace view keyed_rows as
with keyed as (
  select
    *,
    coalesce(
      customer, lower(email), phone_digits(phone), if($name_is_identity::boolean, customer_name, null)
    ) as own_key
  from source_rows
)
select keyed.* exclude (own_key), coalesce(joined_keys.customer_id, own_key) as customer_id
from keyed left join joined_keys on joined_keys.value = own_key;

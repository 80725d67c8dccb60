-- Which identifier stands for which customer, where it is not the customer's own key.
-- Grain: one row per identifier that was joined to another. A customer's key is an id before an e-mail before
-- a phone.
create or replace table joined_keys as
with labelled as (
  select identifier_labels.label, identifiers.*
  from identifier_labels join identifiers using (value_no)
),
chosen as (
  select label, arg_min(value, (rank, length(value), value)) as customer_id
  from labelled
  group by label
)
select labelled.value, labelled.value_no, chosen.customer_id
from labelled join chosen using (label)
where labelled.value <> chosen.customer_id;

-- Question: is this customer still there, and between which days is the next order to come?
-- Grain: one row for a customer whom the last fit scored, none where the model was hidden or not asked for.
-- p_alive 0..1: the chance to be still there. next_from and next_to hold the next order in eight cases of ten
-- of those who are; null where the model does not say.
with params as (
  select $customer::varchar as customer
)
select
  p_alive,
  frequency,
  model,
  scored_on,
  scored_on + next_low_days as next_from,
  scored_on + next_high_days as next_to,
  is_left_cut
from customer_value join params using (customer) cross join value_model
where p_alive is not null
order by customer;

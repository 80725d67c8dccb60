-- Question: what will each customer bring in the time to come, and is the customer still there?
-- Grain: one row per customer with an order up to the day of the scores. Orders of one day are one occasion.
-- Units: p_alive 0..1; expected_value, low and high are discounted money; recency (first to last occasion)
-- and age (first occasion to the day of the scores) in `unit`.
-- The models' results come from value_scores and value_model; without a fit, or where it is hidden, they are
-- null.
with params as (
  select
    $model::varchar as model,
    $horizon_days::integer as horizon_days,
    $margin::double as margin,
    $replicates::integer as replicates,
    $discount_rate_per_year::double as discount_rate,
    if($unit::varchar = 'weeks', 7, 1) as unit_days,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    $refunds::varchar as refund_mode,
    coalesce($calibration_end::date, least(coalesce($as_of::date, project.as_of), $to::date)) as scored_on,
    known_from(
      coalesce($history::varchar, project.history),
      project.starts_on + project.left_cut_days
    ) as known_on
  from project
),
occasions as (
  select
    customer_no,
    any_value(customer_id) as customer_id,
    ordered_on,
    sum(if(refund_mode = 'none', orders.sales, orders.net))::double as net
  from orders cross join params
  where customer_no is not null
    and ordered_on <= scored_on
    and coalesce(first_ordered_on >= from_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
),
people as (
  select
    customer_no,
    any_value(customer_id) as customer_id,
    count(*)::integer - 1 as frequency,
    min(ordered_on) as first_on,
    max(ordered_on) as last_on,
    sum(net) - arg_min(net, ordered_on) as repeat_net
  from occasions
  group by customer_no
),
histories as (
  select
    people.*,
    (last_on - first_on)::integer as recency_days,
    (scored_on - first_on)::integer as age_days,
    if(frequency > 0, repeat_net / frequency, 0) as mean_net,
    params.*
  from people cross join params
),
-- What the fit left, where it is the one that is asked for: a row or none; and its scores. Joined by nothing
-- but equal columns, as a hash can.
model as (
  select value_model.*
  from value_model
  join params on asked_model = params.model
    and value_model.horizon_days = params.horizon_days
    and value_model.discount_rate = params.discount_rate
    and value_model.scored_on = params.scored_on
),
scores as (select value_scores.* from value_scores cross join model),
spending as (
  select
    any_value(spend_p) as spend_p,
    any_value(spend_q) as spend_q,
    any_value(spend_gamma) as spend_gamma,
    any_value(average_spend) as average_spend
  from model
),
scored as (
  select
    histories.*,
    scores.* exclude (frequency, recency_days, age_days),
    spend_p,
    if(
      spend_p is null,
      average_spend,
      spend_p * (spend_gamma + histories.frequency * mean_net) / (spend_p * histories.frequency + spend_q - 1)
    ) as spend,
    -- With a shape of 2 or less the spread of what newcomers spend has no end: it is held where it can be
    -- computed.
    if(
      spend_p is null,
      1,
      1 + 1 / (greatest(spend_p * histories.frequency + spend_q, 2.2) - 2)
    ) as spend_square
  from histories left join scores using (frequency, recency_days, age_days) cross join spending
),
-- In shares of the spend squared: how often the customer buys, what one occasion is off by, less the square
-- of what is expected.
spreads as (
  select
    *,
    greatest(
      square_orders * spend_square
        + expected_orders * if(spend_p is null, 2, spend_square / spend_p)
        - expected_orders * expected_orders,
      0
    ) as variance
  from scored
)
select
  customer_id as customer,
  frequency,
  recency_days / unit_days as recency,
  age_days / unit_days as age,
  p_alive,
  expected_orders,
  discounted_orders * spend * margin as expected_value,
  low_orders * spend * margin as low,
  high_orders * spend * margin as high,
  sqrt(variance) * spend * margin * if(expected_orders > 0, discounted_orders / expected_orders, 1) as spread,
  spend as spend_per_order,
  next_low_days,
  next_high_days,
  first_on,
  last_on,
  coalesce(first_on < known_on, false) as is_left_cut
from spreads
order by expected_value desc nulls last, frequency desc, last_on desc, customer_id;

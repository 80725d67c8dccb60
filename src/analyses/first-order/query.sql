-- Question: after which first order do customers come back most reliably?
-- Grain: one row per attribute of first orders and value with enough customers, most reliable first.
-- Units: rates 0..1; money in the currency's units.
-- credit says whether a first order of several products counts for each of them, so that rows overlap, or
-- only for the product of its largest line. Values of one attribute compete. SQL leaves p_value, p_adjusted
-- and is_beyond_chance empty: they are worked out from these counts.
with params as (
  select
    $by::varchar as attribute,
    $horizon::varchar::integer as horizon,
    $least::integer as least_customers,
    $credit::varchar as credit,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
joiners as (
  select
    customer_no,
    ordered_on as first_on,
    as_of - ordered_on as watched,
    coalesce(next_ordered_on - ordered_on, 1000000) as back_after
  from first_purchases(counts_days()) cross join params
  where ordered_on <= as_of
    and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
bought as (
  select customer_no, sum(sales) as sales
  from orders cross join params
  where ordered_on < first_ordered_on + 365 and first_ordered_on + 365 <= as_of
  group by customer_no
),
given_back as (
  select customer_no, -sum(amount) as amount
  from money_beside((select refunds from params)) cross join params
  where customer_no is not null
    and moved_on between first_ordered_on and first_ordered_on + 364
  group by customer_no
),
behaved as (
  select
    joiners.customer_no,
    if(watched >= 90, 1, 0) as is_90,
    if(watched >= 180, 1, 0) as is_180,
    if(watched >= 365, 1, 0) as is_365,
    if(watched >= 90 and back_after <= 90, 1, 0) as back_90,
    if(watched >= 180 and back_after <= 180, 1, 0) as back_180,
    if(watched >= 365 and back_after <= 365, 1, 0) as back_365,
    if(watched >= 365, bought.sales, null) as sales,
    if(watched >= 365, coalesce(amount, 0), null) as refunded
  from joiners left join bought using (customer_no) left join given_back using (customer_no)
),
chosen as (
  select customer_no, first_order_attributes.attribute, value
  from first_order_attributes
  join params on coalesce(first_order_attributes.attribute = params.attribute, true)
    and (credit = 'each' or is_largest)
),
counted as (
  select
    attribute,
    value,
    count(*) as customers,
    sum(is_90) as is_90,
    sum(is_180) as is_180,
    sum(is_365) as is_365,
    sum(back_90) as back_90,
    sum(back_180) as back_180,
    sum(back_365) as back_365,
    sum(sales) as sales,
    sum(refunded) as refunded
  from chosen join behaved using (customer_no)
  group by attribute, value
),
of_all as (
  select
    sum(is_90) as is_90,
    sum(is_180) as is_180,
    sum(is_365) as is_365,
    sum(back_90) as back_90,
    sum(back_180) as back_180,
    sum(back_365) as back_365
  from behaved
),
compared as (
  select
    counted.*,
    params.refunds,
    case horizon when 90 then counted.is_90 when 180 then counted.is_180 else counted.is_365 end as n,
    case horizon when 90 then counted.back_90 when 180 then counted.back_180 else counted.back_365 end as x,
    case horizon when 90 then of_all.is_90 when 180 then of_all.is_180 else of_all.is_365 end - n as m,
    case horizon when 90 then of_all.back_90 when 180 then of_all.back_180 else of_all.back_365 end - x as y,
    x / n as p,
    if(m > 0, y / m, null) as q,
    3.841458820694124 / n as zn,
    if(m > 0, 3.841458820694124 / m, null) as zm
  from counted cross join of_all cross join params
  where if(horizon = 90, counted.is_90, if(horizon = 180, counted.is_180, counted.is_365)) >= least_customers
),
bounds as (
  select
    *,
    (p + zn / 2 - sqrt(zn * (p * (1 - p) + zn / 4))) / (1 + zn) as p_low,
    (p + zn / 2 + sqrt(zn * (p * (1 - p) + zn / 4))) / (1 + zn) as p_high,
    (q + zm / 2 - sqrt(zm * (q * (1 - q) + zm / 4))) / (1 + zm) as q_low,
    (q + zm / 2 + sqrt(zm * (q * (1 - q) + zm / 4))) / (1 + zm) as q_high
  from compared
)
select
  attribute,
  value,
  customers::integer as customers,
  is_90::integer as eligible_90,
  back_90::integer as back_90,
  if(is_90 > 0, back_90 / is_90, null) as rate_90,
  is_180::integer as eligible_180,
  back_180::integer as back_180,
  if(is_180 > 0, back_180 / is_180, null) as rate_180,
  is_365::integer as eligible_365,
  back_365::integer as back_365,
  if(is_365 > 0, back_365 / is_365, null) as rate_365,
  n::integer as eligible,
  p as rate,
  greatest(p_low, 0) as low,
  least(p_high, 1) as high,
  -- The shop's average holds these customers too: its distance is that from the others times their part.
  coalesce((p - q) * m / (n + m), 0) as difference,
  (p - q - sqrt((p - p_low) ** 2 + (q_high - q) ** 2)) * m / (n + m) as difference_low,
  (p - q + sqrt((p_high - p) ** 2 + (q - q_low) ** 2)) * m / (n + m) as difference_high,
  if(is_365 > 0, (sales - refunded) / is_365, null)::double as value_365,
  if(sales > 0 and refunds <> 'none', refunded / sales, null)::double as refund_share,
  x::integer as back,
  (n + m)::integer as all_eligible,
  (x + y)::integer as all_back,
  count(*) over (partition by attribute)::double as compared,
  null::double as p_value,
  null::double as p_adjusted,
  null::boolean as is_beyond_chance
from bounds
order by difference_low desc nulls last, eligible desc, attribute, value;

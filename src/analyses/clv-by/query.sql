-- Question: which starts bring the customers who are worth most from now on?
-- Grain: one row per period of the first order, or per value of one of its attributes; a first order with two
-- products counts under both.
-- Units: money expected within the horizon, times the margin, discounted; p_alive and share 0..1.
-- It reads customer_value, which the fit of clv fills. The band holds in eight cases of ten: chance adds up
-- over customers by its squares, while the error of the model moves all of them together.
with params as (
  select
    $grain::varchar as grain,
    $cohort_by::varchar as cohort_by,
    $model::varchar as model,
    $calibration_end::date as calibration_end,
    $horizon_days::integer as horizon_days,
    $margin::double as margin,
    $discount_rate_per_year::double as discount_rate
),
scored as (
  select
    customer_value.*,
    if(
      cohort_by is null,
      (case grain when 'month' then month_on when 'quarter' then quarter_on else year_on end)::varchar,
      value
    ) as cohort
  from customer_value cross join params
  left join calendar on calendar.day = first_on
  left join first_order_attributes on customer_id = customer and attribute = cohort_by
  where expected_value is not null
),
sums as (
  select
    cohort,
    count(*) as customers,
    avg(p_alive) as p_alive,
    sum(expected_orders) as expected_orders,
    sum(expected_value) as expected_value,
    sum(spread * spread) as variance,
    count(*) filter (is_left_cut) as left_cut_customers
  from scored
  where cohort is not null
  group by cohort
),
total as (select sum(expected_value) as all_value from customer_value),
model as (select max(common_error) as common_error from value_model),
banded as (
  select
    *,
    1.2815515655446004
      * sqrt(variance + (common_error * expected_value) * (common_error * expected_value)) as half
  from sums cross join total cross join model
)
select
  cohort,
  customers::integer as customers,
  p_alive,
  expected_orders,
  expected_value,
  greatest(expected_value - half, 0) as low,
  expected_value + half as high,
  expected_value / customers as value_per_customer,
  low / customers as low_per_customer,
  high / customers as high_per_customer,
  expected_value / nullif(all_value, 0) as share,
  left_cut_customers::integer as left_cut_customers
from banded cross join params
order by
  if(cohort_by is null, cohort, null),
  if(customers < 5, 1, 0),
  round(value_per_customer, 9) desc,
  cohort;

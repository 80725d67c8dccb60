-- Question: after which first order do customers come back sooner?
-- Grain: one row per attribute of first orders and value with enough customers.
-- Units: days from the first purchase to the next (days of purchase, or orders if the project counts those);
-- rates 0..1.
-- Kaplan–Meier keeps customers who may still come back; the log-rank test compares each value with all other
-- customers, with one degree of freedom. Values of one attribute compete. SQL leaves p_adjusted and
-- is_beyond_chance empty: they are worked out from p_value and compared.
with params as (
  select
    $by::varchar as attribute,
    $least::integer as least_customers,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
first_days as (
  select customer_no, next_ordered_on as next_on, ordered_on as first_on
  from first_purchases((select occasion <> 'order' from project)) cross join params
  where ordered_on <= as_of
    and coalesce(ordered_on >= known_on, true)
    and coalesce(ordered_on >= from_on, true)
    and coalesce(ordered_on <= to_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
waits as (
  select
    customer_no,
    next_on <= as_of as is_seen,
    coalesce(is_seen, false) as is_back,
    (if(is_back, next_on, as_of) - first_on)::integer as days
  from first_days cross join params
),
chosen as (
  select waits.customer_no, first_order_attributes.attribute, value, days, is_back
  from first_order_attributes
  join params on coalesce(first_order_attributes.attribute = params.attribute, true)
  join waits using (customer_no)
),
enough as (
  select
    attribute,
    value,
    count(*) as customers,
    count(*) filter (is_back) as back,
    max(days) as longest
  from chosen
  group by attribute, value
  having count(*) >= (select least_customers from params)
),
of_all as (
  select days, ended as d, sum(waiting) over (order by days desc) as n
  from (select days, count(*) filter (is_back) as ended, count(*) as waiting from waits group by days)
),
by_day as (
  select attribute, value, days, count(*) as waiting, count(*) filter (is_back) as ended
  from chosen
  group by all
),
grid as (
  select
    enough.attribute,
    enough.value,
    of_all.days,
    d,
    n,
    coalesce(ended, 0) as ended,
    sum(coalesce(waiting, 0)) over (
      partition by enough.attribute, enough.value
      order by of_all.days desc
    ) as at_risk
  from enough cross join of_all
  left join by_day on by_day.attribute = enough.attribute
    and by_day.value = enough.value
    and by_day.days = of_all.days
),
curve as (
  select
    *,
    1
      - product(if(at_risk > 0, 1 - ended / at_risk, 1)) over (
        partition by attribute, value
        order by days
      ) as came_back
  from grid
),
judged as (
  select
    attribute,
    value,
    min(days) filter (came_back >= 0.25 - 1e-12) as km_p25,
    min(days) filter (came_back >= 0.5 - 1e-12) as km_median,
    coalesce(max(came_back) filter (days <= 30), 0) as back_30,
    coalesce(max(came_back) filter (days <= 90), 0) as back_90,
    coalesce(max(came_back) filter (days <= 365), 0) as back_365,
    sum(if(d > 0, d * at_risk / n, 0)) as expected,
    sum(if(d > 0 and n > 1, d * (at_risk / n) * (1 - at_risk / n) * (n - d) / (n - 1), 0)) as spread
  from curve
  group by attribute, value
),
tested as (
  select
    judged.*,
    customers,
    back,
    longest,
    if(spread > 1e-12, (back - expected) ** 2 / spread, null) as chi_square,
    sqrt(chi_square / 2) as z,
    1 / (1 + z / 2) as t
  from judged join enough using (attribute, value)
)
select
  attribute,
  value,
  customers::integer as customers,
  back::integer as returned,
  expected,
  km_p25::integer as km_p25_days,
  km_median::integer as km_median_days,
  if(longest >= 30, back_30, null) as back_30,
  if(longest >= 90, back_90, null) as back_90,
  if(longest >= 365, back_365, null) as back_365,
  chi_square,
  count(*) over (partition by attribute)::double as compared,
  -- The upper tail of chi-square with one degree of freedom is erfc(z): the Chebyshev fit of Press et al.,
  -- right to 1.2e-7 of itself.
  t
    * exp(
      -z * z
        - 1.26551223
        + t
          * (
            1.00002368
              + t
                * (
                  0.37409196
                    + t
                      * (
                        0.09678418
                          + t
                            * (
                              -0.18628806
                                + t
                                  * (
                                    0.27886807
                                      + t
                                        * (
                                          -1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277))
                                        )
                                  )
                            )
                      )
                )
          )
    ) as p_value,
  null::double as p_adjusted,
  null::boolean as is_beyond_chance
from tested
order by attribute, (back - expected) / sqrt(nullif(spread, 0)) desc nulls last, value;

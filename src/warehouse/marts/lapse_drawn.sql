-- After how many days of silence does a rule call a customer at risk and lapsed?
-- Grain: a macro, one row in all. Units: days; shares 0..1. `lapse_line.sql` checks the line on the past.

-- The line as its rule draws it. rule: lapse (the curve; under 100 customers with matured spells the waits),
-- percentile or days. A line of the curve is the last day at or above its level, if a later day that 30
-- customers are known of is under it.
create or replace macro lapse_drawn(
  by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under
) as table (
  with chosen as (select by_rule as rule, own_days as days),
  curve as (
    select
      days_silent,
      customers,
      ended_share,
      customers >= 30 as is_known,
      return_rate,
      first_value(return_rate) over (order by days_silent) as first_rate
    from lapse_curve(until_on, of_type, true)
  ),
  found as (
    select
      coalesce(max(customers), 0) as customers,
      max(first_rate) as first_rate,
      max(days_silent) filter (is_known) as known_days,
      arg_max(return_rate, days_silent) filter (is_known) as known_rate,
      arg_max(curve.customers, days_silent) filter (is_known) as known_customers,
      nullif(
        max(days_silent) filter (is_known and return_rate >= at_risk_under * first_rate - 1e-9),
        known_days
      ) as curve_risk,
      nullif(
        max(days_silent) filter (is_known and return_rate >= lapsed_under * first_rate - 1e-9),
        known_days
      ) as curve_gone,
      min(days_silent) filter (ended_share >= 0.4 - 1e-12) as p40_days,
      min(days_silent) filter (ended_share >= 0.8 - 1e-12) as p80_days
    from curve
  )
  select
    case
      when rule = 'days' then 'days'
      when rule = 'lapse' and customers >= 100 then if(curve_gone is null, 'none', 'curve')
      when p80_days is null then 'none'
      else 'percentile'
    end as found_by,
    case
      when found_by = 'none' and rule = 'lapse' and customers >= 100
        then if(first_rate > 0, 'curve-stays-high', 'nobody-returns')
      when found_by = 'none' then 'waits-stay-open'
      when rule = 'lapse' and customers < 100 then 'few-customers'
    end as reason,
    case found_by
      when 'days' then days // 2
      when 'curve' then curve_risk
      when 'percentile' then p40_days
    end::integer as at_risk_days,
    case found_by
      when 'days' then days
      when 'curve' then curve_gone
      when 'percentile' then p80_days
    end::integer as lapse_days,
    p40_days,
    p80_days,
    customers,
    known_days,
    known_rate,
    known_customers
  from chosen cross join found
);

comment on macro table lapse_drawn is
  'Days of silence until a customer is at risk and lapsed, by a rule (lapse, percentile, days), unchecked';

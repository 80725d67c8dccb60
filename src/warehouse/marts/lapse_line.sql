-- When can a customer who has gone silent be called lost to the shop, and was the same line right about its
-- own past?
-- Grain: macros, one row in all. Units: days; shares 0..1. The points are the shop's own: `main.orders` are
-- all orders, whatever a question that counts only some calls `orders`.

-- The line that `lapse_drawn` draws, and its check: on the data up to checked_on, one horizon earlier, the
-- same rule drew a line at checked_days. called_gone: customers whom that line called gone; came_back: those
-- of them with an order in the horizon after it. Where over a fifth of 30 or more came back, the rule has no
-- line; a line that a person chose stays.
create or replace macro lapse_checked(
  by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under
) as table (
  with now_drawn as (
    select
      *,
      by_rule as rule,
      until_on as seen_on,
      lapse_horizon(until_on) as horizon_days,
      (until_on - lapse_horizon(until_on))::date as checked_on
    from lapse_drawn(by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under)
  ),
  then_drawn as (
    select lapse_days as checked_days
    from lapse_drawn(
      by_rule, own_days, (until_on - lapse_horizon(until_on))::date, of_type, at_risk_under, lapsed_under
    )
  ),
  followed as (
    select count(*) as called_gone, count(*) filter (next_ordered_on <= seen_on) as came_back
    from main.orders cross join now_drawn cross join then_drawn
    where customer_no is not null
      and ordered_on < checked_on - checked_days
      and (next_ordered_on is null or next_ordered_on > checked_on)
      and (
        of_type is null
        or customer_no in (select customer_no from main.customers where customer_type = of_type)
      )
  ),
  judged as (
    select
      *,
      rule = 'lapse'
        and found_by <> 'none'
        and called_gone >= 30
        and 5 * came_back > called_gone as is_refuted
    from now_drawn cross join then_drawn cross join followed
  )
  select
    if(is_refuted, 'none', found_by) as found_by,
    if(is_refuted, 'they-came-back', reason) as reason,
    if(is_refuted, null, at_risk_days)::integer as at_risk_days,
    if(is_refuted, null, lapse_days)::integer as lapse_days,
    p40_days::integer as p40_days,
    p80_days::integer as p80_days,
    horizon_days::integer as horizon_days,
    customers::integer as customers,
    known_days::integer as known_days,
    known_rate,
    known_customers::integer as known_customers,
    checked_on,
    checked_days::integer as checked_days,
    called_gone::integer as called_gone,
    came_back::integer as came_back
  from judged
  where seen_on is not null
);

-- The line: the one kept in `lapse_lines`, else drawn for this question.
create or replace macro lapse_points(
  by_rule, own_days, until_on, of_type, at_risk_under, lapsed_under
) as table (
  with line_asked as (
    select
      by_rule as rule,
      if(by_rule = 'days', own_days, null)::integer as own_days,
      until_on as seen_on,
      of_type::varchar as of_type,
      if(by_rule = 'lapse', at_risk_under, null)::double as at_risk_under,
      if(by_rule = 'lapse', lapsed_under, null)::double as lapsed_under
  ),
  line_kept as (
    select lapse_lines.*
    from main.lapse_lines
    join line_asked on lapse_lines.rule = line_asked.rule
      and lapse_lines.seen_on = line_asked.seen_on
      and lapse_lines.own_days is not distinct from line_asked.own_days
      and lapse_lines.of_type is not distinct from line_asked.of_type
      and lapse_lines.at_risk_under is not distinct from line_asked.at_risk_under
      and lapse_lines.lapsed_under is not distinct from line_asked.lapsed_under
  )
  select *, true as is_kept
  from line_kept
  union all
  select line_asked.*, checked.*, false
  from line_asked
  cross join lapse_checked(
    by_rule,
    own_days,
    (select if(exists (from line_kept), null, until_on)),
    of_type,
    at_risk_under,
    lapsed_under
  ) as checked
);

comment on macro table lapse_checked is
  'The line of lapse_drawn with its check: was the same rule right about the past?';
comment on macro table lapse_points is
  'Days of silence until a customer is at risk and lapsed, and whether the rule was right about the past';

-- Where a customer stands on the ladder from buying to long gone, by the days of `lapse_points`.
-- Grain: a macro, one value. Units: days. Gone means silent for more days than the line; who bought on one
-- day only is never at risk.
create or replace macro standing(days_silent, bought_once, at_risk_days, lapse_days) as
  case
    when lapse_days is null then null
    when days_silent > 2 * lapse_days then 'lost'
    when days_silent > lapse_days then 'lapsed'
    when bought_once then 'not_yet_back'
    when days_silent > at_risk_days then 'at_risk'
    else 'active'
  end;

comment on macro standing is 'active, not_yet_back, at_risk, lapsed or lost; null where the shop has no line';

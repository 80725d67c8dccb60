-- Question: when did customers buy, and what did repeat buyers spend? The models of repeat buying are fitted
-- to these rows.
-- Grain: one row per kind and different history; customers says how many share it. Orders of one day are one
-- occasion.
-- Units: days, and money in the currency's units.
-- all: up to the day of the scores. past: up to the cut, with the occasions and net after it. inner: up to a
-- quarter before the cut, with what came until the cut; models are chosen on it, so that the test after the
-- cut only judges. spend, past_spend: mean net of a repeat day, up to the scores or the cut. day: newcomers,
-- and repeats (later), of a day; age is days since the first day. gap: gaps of recency days between
-- occasions, by the week they end in (age is its middle); later is 0, 1 or 2 for an end up to the inner cut,
-- the cut or the scores.
with params as (
  select
    $from::date as from_on,
    $customer_type::varchar as of_type,
    $refunds::varchar as refund_mode,
    $calibration_end::date as calibration_end,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of,
    known_from(
      coalesce($history::varchar, project.history),
      project.starts_on + project.left_cut_days
    ) as known_on,
    greatest(project.starts_on, $from::date) as starts_on
  from project
),
cuts as (
  select
    *,
    coalesce(calibration_end, as_of) as scored_on,
    coalesce(calibration_end, as_of - ((as_of - starts_on) // 4)::integer) as cut_on
  from params
),
spans as (
  select *, cut_on - (greatest(cut_on - starts_on, 0) // 4)::integer as inner_on
  from cuts
),
occasions as (
  select
    customer_no,
    ordered_on,
    sum(if(refund_mode = 'none', orders.sales, orders.net))::double as net
  from orders cross join params
  where customer_no is not null
    and ordered_on <= as_of
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
    min(ordered_on) as first_on,
    arg_min(net, ordered_on) as first_net,
    count(*) filter (ordered_on <= scored_on) - 1 as frequency,
    max(ordered_on) filter (ordered_on <= scored_on) as last_on,
    sum(net) filter (ordered_on <= scored_on) as net,
    sum(net) filter (ordered_on <= cut_on) as past_net,
    count(*) filter (ordered_on <= cut_on) - 1 as past_frequency,
    max(ordered_on) filter (ordered_on <= cut_on) as past_last_on,
    count(*) filter (ordered_on > cut_on) as later,
    coalesce(sum(net) filter (ordered_on > cut_on), 0) as later_net,
    any_value(scored_on) as scored_on,
    any_value(cut_on) as cut_on,
    count(*) filter (ordered_on <= inner_on) - 1 as inner_frequency,
    max(ordered_on) filter (ordered_on <= inner_on) as inner_last_on,
    count(*) filter (ordered_on > inner_on and ordered_on <= cut_on) as inner_later,
    any_value(inner_on) as inner_on,
    coalesce(sum(net) filter (ordered_on > inner_on and ordered_on <= cut_on), 0) as inner_later_net,
    min(ordered_on) < any_value(known_on) as is_left_cut
  from occasions cross join spans
  group by customer_no
),
histories as (
  select
    *,
    (last_on - first_on)::integer as recency,
    (scored_on - first_on)::integer as age,
    (past_last_on - first_on)::integer as past_recency,
    (cut_on - first_on)::integer as past_age,
    (inner_last_on - first_on)::integer as inner_recency,
    (inner_on - first_on)::integer as inner_age,
    if(frequency > 0, (net - first_net) / frequency, 0) as mean,
    if(past_frequency > 0, (past_net - first_net) / past_frequency, 0) as past_mean
  from people
  where frequency >= 0
),
gaps as (
  select
    (ordered_on - lag(ordered_on) over (partition by customer_no order by ordered_on))::integer as gap,
    ordered_on,
    is_left_cut,
    scored_on,
    cut_on,
    inner_on,
    (ordered_on - starts_on)::integer // 7 * 7 + 3 as ended
  from occasions join people using (customer_no) cross join (select starts_on from spans)
),
kinds as (
  select
    'all' as kind,
    frequency,
    recency,
    age,
    0 as later,
    is_left_cut is true as is_left_cut,
    sum(mean) as mean,
    sum(mean * mean) as mean_squares,
    0 as later_net,
    count(*) as customers
  from histories
  group by all
  union all
  select
    'past', past_frequency, past_recency, past_age, later, false, sum(past_mean), sum(past_mean * past_mean),
    sum(later_net), count(*)
  from histories
  where past_frequency >= 0 and is_left_cut is not true
  group by all
  union all
  select
    'inner', inner_frequency, inner_recency, inner_age, inner_later, false, 0, 0, sum(inner_later_net),
    count(*)
  from histories
  where inner_frequency >= 0 and is_left_cut is not true
  group by all
  union all
  select 'spend', frequency, 0, 0, 0, false, mean, 0, 0, count(*)
  from histories
  where frequency > 0 and is_left_cut is not true
  group by all
  union all
  select 'past_spend', past_frequency, 0, 0, 0, false, past_mean, 0, 0, count(*)
  from histories
  where past_frequency > 0 and is_left_cut is not true
  group by all
  union all
  select
    'day', 0, 0, (ordered_on - starts_on)::integer, count(*) filter (ordered_on > first_on), false, 0, 0, 0,
    count(*) filter (ordered_on = first_on)
  from occasions join people using (customer_no) cross join (select starts_on from spans)
  where is_left_cut is not true
  group by all
  union all
  select
    'gap',
    0,
    gap,
    ended,
    if(ordered_on <= inner_on, 0, if(ordered_on <= cut_on, 1, 2)),
    false,
    0,
    0,
    0,
    count(*)
  from gaps
  where gap > 0 and is_left_cut is not true and ordered_on <= scored_on
  group by all
)
select
  kind,
  frequency::integer as frequency,
  recency::integer as recency,
  age::integer as age,
  later::integer as later,
  is_left_cut,
  mean::double as mean,
  mean_squares::double as mean_squares,
  later_net::double as later_net,
  customers::integer as customers,
  starts_on,
  inner_on,
  cut_on,
  scored_on,
  as_of
from kinds cross join spans
order by kind, frequency, recency, age, later, is_left_cut, mean;

-- Question: who are the best customers, and who is slipping, by when they last bought, how often and for how
-- much?
-- Grain: one row per customer with an order in the window.
-- Units: recency_days up to as_of; monetary in the currency's units; scores 1 (lowest) to 5.
-- The columns ending in _up_to hold the largest value that still has the score. group_before is the group on
-- compared_on, by the orders up to then and the same cuts.
with params as (
  select
    $scoring::varchar as scoring,
    if($scoring = 'cume_dist', string_split($r_cuts::varchar, ',')::double[], null) as r_given,
    if($scoring = 'cume_dist', string_split($f_cuts::varchar, ',')::double[], null) as f_given,
    if($scoring = 'cume_dist', string_split($m_cuts::varchar, ',')::double[], null) as m_given,
    $squares::varchar as squares,
    $window_months::integer as window_months,
    $compared_on::date as compared_on,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, project.as_of), $to::date) as as_of
  from project
),
moments as (
  select
    seen_on,
    is_now,
    greatest((seen_on - to_months(window_months))::date, from_on - 1) as after_on
  from (
    select
      unnest([as_of, if(compared_on is null, null, least(compared_on, as_of))]) as seen_on,
      unnest([true, false]) as is_now,
      params.*
    from params
  )
  where seen_on is not null
),
bought as (
  select
    is_now,
    customer_no,
    any_value(seen_on) - max(ordered_on) as recency,
    count(*) filter (not is_by_day or next_ordered_on is distinct from ordered_on) as frequency,
    sum(sales) as sales
  from orders cross join (select counts_days() as is_by_day)
  join moments on ordered_on <= seen_on and coalesce(ordered_on > after_on, true)
  where customer_no is not null
  group by is_now, customer_no
),
given_back as (
  select is_now, customer_no, sum(amount) as amount
  from money_beside((select refunds from params))
  join moments on moved_on <= seen_on and coalesce(moved_on > after_on, true)
  where customer_no is not null
  group by is_now, customer_no
),
people as (
  select
    is_now,
    customer_no,
    customers.customer_id,
    recency,
    frequency,
    (bought.sales + coalesce(amount, 0))::double as monetary
  from bought cross join params
  join customers using (customer_no)
  left join given_back using (is_now, customer_no)
  where coalesce(customer_type = of_type, true)
),
ranked as (
  select
    customer_no,
    recency,
    frequency,
    monetary,
    ntile(5) over (order by recency desc, customer_id) as r_rank,
    ntile(5) over (order by frequency, customer_id) as f_rank,
    ntile(5) over (order by monetary, customer_id) as m_rank
  from people cross join params
  where is_now and scoring = 'ntile'
),
-- Each value with its level, upwards, where that hangs on the order of the values: equal ones alike, or the
-- customers of the five parts.
valued as (
  select
    'r' as measure,
    recency::double as value,
    6 - ceil(5 * sum(count(*)) over (order by recency desc) / sum(count(*)) over () - 1e-9) as level
  from people cross join params
  where is_now and scoring = 'cume_dist'
  group by recency
  union all
  select
    'm',
    monetary,
    ceil(5 * sum(count(*)) over (order by monetary) / sum(count(*)) over () - 1e-9)
  from people cross join params
  where is_now and scoring = 'cume_dist'
  group by monetary
  union all
  select unnest(['r', 'f', 'm']), unnest([recency, frequency, monetary]), unnest([6 - r_rank, f_rank, m_rank])
  from ranked
),
-- The four cuts between the five levels; a level that nobody has ends where the one below it does.
ends as (
  select
    measure,
    [
      max(value) filter (level = 1),
      max(value) filter (level <= 2),
      max(value) filter (level <= 3),
      max(value) filter (level <= 4)
    ] as ends
  from valued
  group by measure
),
percentiles as (
  select
    quantile_cont(recency, [0.2, 0.4, 0.6, 0.8])::double[] as r_ends,
    quantile_cont(frequency, [0.2, 0.4, 0.6, 0.8])::double[] as f_ends,
    quantile_cont(monetary, [0.2, 0.4, 0.6, 0.8])::double[] as m_ends
  from people cross join params
  where is_now and scoring = 'cut'
),
cuts as (
  select
    list_transform(
      coalesce(percentiles.r_ends, r_given, (select ends from ends where measure = 'r')),
      lambda x: coalesce(x, -1)
    ) as r_cuts,
    list_transform(
      coalesce(percentiles.f_ends, f_given, (select ends from ends where measure = 'f')),
      lambda x: coalesce(x, -1)
    ) as f_cuts,
    list_transform(
      coalesce(percentiles.m_ends, m_given, (select ends from ends where measure = 'm')),
      lambda x: coalesce(x, -1e300)
    ) as m_cuts
  from percentiles cross join params
),
scored as (
  select
    people.*,
    r_cuts,
    f_cuts,
    m_cuts,
    if(
      is_now and scoring = 'ntile',
      ranked.r_rank,
      5 - len(list_filter(r_cuts, lambda x: x < people.recency))
    )::integer as r,
    if(
      is_now and scoring = 'ntile',
      ranked.f_rank,
      1 + len(list_filter(f_cuts, lambda x: x < people.frequency))
    )::integer as f,
    if(
      people.monetary <= 0,
      1,
      if(
        is_now and scoring = 'ntile',
        ranked.m_rank,
        1 + len(list_filter(m_cuts, lambda x: x < people.monetary))
      )
    )::integer as m,
    [
      'Champions', 'Loyal', 'Active', 'New', 'Promising', 'Needs attention', 'Almost lost', 'At risk',
      'Previously loyal', 'Dormant', 'Prospects'
    ][ascii(squares[5 * (r - 1) + f]) - 64] as "group"
  from people cross join params cross join cuts
  left join ranked using (customer_no)
)
select
  now.customer_id as customer,
  now.recency::integer as recency_days,
  now.frequency::integer as frequency,
  now.monetary,
  now.r,
  now.f,
  now.m,
  now."group",
  now.r_cuts[6 - now.r]::double as r_up_to,
  now.f_cuts[now.f]::double as f_up_to,
  now.m_cuts[now.m]::double as m_up_to,
  before."group" as group_before,
  (select count(*) from people where is_now)::integer as scored
from scored as now
left join scored as before on before.customer_no = now.customer_no and not before.is_now
where now.is_now and now.customer_no in (select customer_no from customers_shown)
order by now.monetary desc, customer;

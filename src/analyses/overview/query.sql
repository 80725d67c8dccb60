-- Question: how is the shop doing, and how was it doing before?
-- Grain: one row per window: now, and the window of the same length before it.
-- Units: money in the currency's units; rates 0..1; days.
-- By orders, new is a customer's first order ever; by customers, new is a customer whose first order lies in
-- the window.
with params as (
  select
    $window::varchar::interval as length,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, complete_on) as as_of,
    starts_on,
    known_from(coalesce($history::varchar, project.history), starts_on + left_cut_days) as known_on,
    least(as_of, coalesce(to_on, as_of)) as ends_on,
    coalesce(from_on - 1, (ends_on - length)::date) as after_on,
    -- Whole months are compared with as many whole months, other days with as many days.
    if(
      extract(day from from_on) = 1 and ends_on = last_day(ends_on),
      to_months((date_diff('month', from_on, ends_on) + 1)::integer),
      to_days((ends_on - after_on)::integer)
    ) as stretch,
    if(from_on is null, ends_on - 2 * length, from_on - stretch - interval 1 day)::date as before_on,
    if(from_on is null, ends_on - 3 * length, from_on - 2 * stretch - interval 1 day)::date as earlier_on
  from (select as_of as complete_on, starts_on, history, left_cut_days from project) as project
),
windows as (
  select 0 as ago, 'now' as name, after_on as opens_after, ends_on as closes_on from params
  union all
  select 1, 'before', before_on, after_on from params
),
sold as (
  select
    customer_no,
    ordered_on,
    order_number,
    sales,
    if(ordered_on > after_on, 0, if(ordered_on > before_on, 1, 2)) as ago,
    if(
      next_ordered_on <= ends_on,
      if(next_ordered_on > after_on, 0, if(next_ordered_on > before_on, 1, 2)),
      null
    ) as next_ago
  from orders cross join params
  where is_valid
    and ordered_on > earlier_on
    and ordered_on <= ends_on
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
),
bought as (
  select
    ago,
    coalesce(customer_no, 0) as who,
    count(*) as orders,
    sum(sales) as sales,
    bool_or(order_number = 1) as is_new,
    if(counts_days(), min(ordered_on) < max(ordered_on), count(*) > 1) as is_repeater,
    sum(sales) filter (order_number = 1) as first_sales
  from sold
  where ago < 2
  group by all
),
refunded as (
  select
    if(moved_on > after_on, 0, 1) as ago,
    coalesce(customer_no, 0) as who,
    sum(amount) as amount,
    sum(of_orders) as of_orders,
    sum(amount) filter (
      order_no in (select first_row_no from orders where order_number = 1 and given_back <> 0)
    ) as first_amount
  from money_beside((select refunds from params)) cross join params
  where moved_on > before_on
    and moved_on <= ends_on
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by all
),
people as (
  select
    ago,
    who,
    coalesce(orders, 0) as orders,
    coalesce(is_repeater, false) as is_repeater,
    coalesce(is_new, false) as is_new,
    coalesce(sales, 0) + coalesce(amount, 0) as net,
    coalesce(sales, 0) + coalesce(of_orders, 0) as of_orders,
    coalesce(first_sales, 0) + coalesce(first_amount, 0) as first_net,
    if(
      orders > 0 and who > 0,
      row_number() over (partition by ago, orders > 0 and who > 0 order by net desc),
      null
    ) as rank
  from bought full join refunded using (ago, who)
),
sums as (
  select
    ago,
    sum(net) as net,
    coalesce(sum(net) filter (who = 0), 0) as net_anonymous,
    sum(of_orders) as of_orders,
    sum(of_orders) filter (who > 0) as of_known,
    sum(orders) as orders,
    count(rank) as customers,
    coalesce(sum(orders) filter (who = 0), 0) as orders_anonymous,
    count(*) filter (rank > 0 and is_repeater) as repeaters,
    count(*) filter (rank > 0 and is_new) as new_customers,
    coalesce(sum(orders) filter (rank > 0 and is_new), 0) as orders_of_new,
    coalesce(sum(net) filter (who > 0 and is_new), 0) as net_new,
    coalesce(sum(first_net) filter (who > 0), 0) as net_first,
    max(net) filter (rank = 1) as best_net,
    sum(net) filter (rank > 0) as buyers_net
  from people
  group by ago
),
tops as (
  select ago, sum(people.net) filter (rank <= ceil(0.2 * customers - 1e-9)) as top_net
  from people join sums using (ago)
  group by ago
),
stays as (
  select
    ago - 1 as ago,
    count(*) filter (next_ago = ago - 1) as retained,
    count(*) filter (next_ago is null or next_ago < ago - 1) as lost
  from sold
  where customer_no is not null and next_ago is distinct from ago and ago > 0
  group by ago
),
years as (
  select
    if(ordered_on + 365 > after_on, 0, if(ordered_on + 365 > before_on, 1, 2)) as over_ago,
    count(*) as customers,
    count(*) filter (next_ordered_on <= ordered_on + 365) as repeaters
  from first_purchases(counts_days()) cross join params
  where ordered_on + 365 <= ends_on
    and coalesce(ordered_on >= known_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by over_ago
),
matured as (
  select
    ago,
    sum(years.customers) as matured,
    sum(years.repeaters) as matured_repeaters,
    sum(years.customers) filter (over_ago = ago) as year_over,
    sum(years.repeaters) filter (over_ago = ago) as year_repeaters
  from windows join years on over_ago >= ago
  group by ago
),
days as (
  select
    ago,
    ordered_on,
    lead(ordered_on) over (partition by ago order by ordered_on) - ordered_on as gap
  from (select distinct ago, ordered_on from sold)
),
quiet as (
  select
    ago,
    max(gap) as quiet_days,
    max({'gap': gap, 'day': ordered_on}) filter (gap > 0) as quiet,
    quantile_disc(gap, 0.9) as usual_gap
  from days
  group by ago
)
select
  windows.name as window,
  windows.opens_after + 1 as from_on,
  windows.closes_on as to_on,
  windows.opens_after + 1 >= params.starts_on as is_covered,
  coalesce(windows.opens_after + 1 < known_on, false) as is_left_cut,
  coalesce(net, 0)::double as net,
  coalesce(orders, 0)::integer as orders,
  coalesce(customers, 0)::integer as customers,
  if(orders > 0, of_orders / orders, null)::double as aov,
  if(orders > orders_anonymous, of_known / (orders - orders_anonymous), null)::double as aov_known,
  if(customers > 0, (orders - orders_anonymous) / customers, null) as orders_per_customer,
  coalesce(repeaters, 0)::integer as repeaters,
  if(customers > 0, repeaters / customers, null) as repeat_rate,
  coalesce(matured, 0)::integer as matured,
  coalesce(matured_repeaters, 0)::integer as matured_repeaters,
  if(matured > 0, matured_repeaters / matured, null) as matured_rate,
  coalesce(year_over, 0)::integer as year_over,
  coalesce(year_repeaters, 0)::integer as year_repeaters,
  coalesce(new_customers, 0)::integer as new_customers,
  coalesce(customers - new_customers, 0)::integer as returning_customers,
  coalesce(retained, 0)::integer as retained,
  coalesce(customers - new_customers - coalesce(retained, 0), 0)::integer as reactivated,
  coalesce(lost, 0)::integer as lost,
  coalesce(orders_anonymous, 0)::integer as orders_anonymous,
  coalesce(orders_of_new, 0)::integer as orders_of_new,
  coalesce(orders - orders_anonymous - orders_of_new, 0)::integer as orders_of_returning,
  coalesce(net_first, 0)::double as net_first,
  coalesce(net - net_anonymous - net_first, 0)::double as net_later,
  coalesce(net_new, 0)::double as net_new,
  coalesce(net - net_anonymous - net_new, 0)::double as net_returning,
  coalesce(net_anonymous, 0)::double as net_anonymous,
  if(buyers_net > 0, top_net / buyers_net, null)::double as top_share,
  if(buyers_net > 0, best_net / buyers_net, null)::double as best_share,
  quiet_days::integer as quiet_days,
  quiet.quiet.day + 1 as quiet_from,
  usual_gap::integer as usual_gap
from windows cross join params
left join sums using (ago)
left join tops using (ago)
left join stays using (ago)
left join matured using (ago)
left join quiet using (ago)
order by windows.ago;

-- Question: how much of the net comes from how few customers?
-- Grain: one row per shop.
-- Units: shares 0..1; gini from 0 (everybody brings the same) to 1; both null where the net is not above 0.
-- Customers are ordered by their net in the window, largest first and negative net last. top_n is the chosen
-- share of the customers, rounded up.
with params as (
  select
    $share::double as share,
    $window_months::integer as window_months,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $customer_type::varchar as of_type,
    least(coalesce($as_of::date, complete_on), $to::date) as ends_on,
    greatest((ends_on - to_months(window_months))::date, from_on - 1) as after_on
  from (select as_of as complete_on from project)
),
bought as (
  select customer_no, sum(sales) as net
  from orders cross join params
  where customer_no is not null
    and ordered_on <= ends_on
    and coalesce(ordered_on > after_on, true)
    and (
      of_type is null
      or customer_no in (select customer_no from customers, params where customer_type = of_type)
    )
  group by customer_no
),
given_back as (
  select customer_no, sum(amount) as amount
  from money_beside((select refunds from params)) cross join params
  where customer_no is not null
    and moved_on <= ends_on
    and coalesce(moved_on > after_on, true)
  group by customer_no
),
people as (
  select customer_no, bought.net + coalesce(given_back.amount, 0) as net
  from bought left join given_back using (customer_no)
),
ranked as (
  select net, row_number() over by_net as rank, sum(net) over by_net as net_so_far
  from people
  window by_net as (order by net desc, customer_no rows unbounded preceding)
),
totals as (
  select
    count(*) as customers,
    sum(net) as net,
    any_value(share) as share,
    least(ceil(any_value(share) * count(*) - 1e-9), count(*)) as top_n,
    count(*) filter (net < 0) as negative,
    sum(net * (count_all + 1 - 2 * rank)) as spread
  from ranked cross join params cross join (select count(*) as count_all from people)
),
of_all as (
  select
    totals.customers,
    max(top_n) as top_n,
    any_value(totals.net) as net,
    any_value(totals.spread) as spread,
    any_value(negative) as negative,
    coalesce(sum(ranked.net) filter (rank <= top_n), 0) as top_net,
    min(rank) filter (net_so_far >= 0.8 * totals.net) as customers_for_80,
    sum(ranked.net) filter (rank <= ceil(0.01 * customers)) as top_1,
    sum(ranked.net) filter (rank <= ceil(0.05 * customers)) as top_5,
    sum(ranked.net) filter (rank <= ceil(0.1 * customers)) as top_10,
    sum(ranked.net) filter (rank <= ceil(0.2 * customers)) as top_20,
    sum(ranked.net) filter (rank <= ceil(0.3 * customers)) as top_30,
    sum(ranked.net) filter (rank <= ceil(0.4 * customers)) as top_40,
    sum(ranked.net) filter (rank <= ceil(0.5 * customers)) as top_50,
    sum(ranked.net) filter (rank <= ceil(0.6 * customers)) as top_60,
    sum(ranked.net) filter (rank <= ceil(0.7 * customers)) as top_70,
    sum(ranked.net) filter (rank <= ceil(0.8 * customers)) as top_80,
    sum(ranked.net) filter (rank <= ceil(0.9 * customers)) as top_90
  from totals left join ranked on true
  group by totals.customers
),
positive as (select *, if(net > 0, net, null) as whole from of_all)
select
  customers::integer as customers,
  coalesce(top_n, 0)::integer as top_n,
  top_net::double as top_net,
  top_net / whole as top_share,
  spread / (customers * whole) as gini,
  coalesce(net, 0)::double as net,
  negative::integer as negative_customers,
  if(whole is null, null, customers_for_80)::integer as customers_for_80,
  top_1 / whole as top_1_share,
  top_5 / whole as top_5_share,
  top_10 / whole as top_10_share,
  top_20 / whole as top_20_share,
  top_30 / whole as top_30_share,
  top_40 / whole as top_40_share,
  top_50 / whole as top_50_share,
  top_60 / whole as top_60_share,
  top_70 / whole as top_70_share,
  top_80 / whole as top_80_share,
  top_90 / whole as top_90_share
from positive
order by customers;

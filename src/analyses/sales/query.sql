-- Question: what did the shop sell in each period, to whom, and how much was it a year before?
-- Grain: one row per period that has begun.
-- Units: money in the currency's units; margin is net less the cost of the goods.
-- New: orders of customers whose first order ever lies in the period. Unknown: orders that name nobody.
with params as (
  select
    $grain::varchar as grain,
    by_grain($grain, 364, 52, 12, 4, 1) as year_length,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    greatest(project.starts_on, project.orders_from) as held_from,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on,
    has_customers,
    (select count(*) > 0 from order_costs) as has_costs
  from project
),
days as (
  select
    day,
    by_grain(grain, day_no, week_no, month_no, quarter_no, year_no) as period_no,
    by_grain(grain, day, week_on, month_on, quarter_on, year_on) as starts_on
  from calendar join params on calendar.day <= params.as_of
),
people as (
  select customer_no from customers cross join params where coalesce(customer_type = of_type, true)
),
sold as (
  select
    sold.period_no,
    started.period_no as first_no,
    customer_no is null as is_unknown,
    count(*) as orders,
    count(customer_no) filter (following.period_no is distinct from sold.period_no) as customers,
    sum(sales) as sales,
    sum(cost) as cost,
    count(*) - count(cost) as without_cost
  from orders cross join params
  join days as sold on sold.day = orders.ordered_on
  left join days as started on started.day = orders.first_ordered_on
  left join days as following on following.day = orders.next_ordered_on
  left join order_costs on order_no = first_row_no
  where is_valid and (of_type is null or customer_no in (select customer_no from people))
  group by all
),
moved as (
  select
    days.period_no,
    started.period_no as first_no,
    customer_no is null as is_unknown,
    sum(amount) as amount,
    sum(of_orders) as of_orders
  from money_beside((select refunds from params)) cross join params
  join days on days.day = moved_on
  left join days as started on started.day = first_ordered_on
  where of_type is null or customer_no in (select customer_no from people)
  group by all
),
flows as (
  select
    flows.*,
    case
      when is_unknown then 'unknown'
      when period_no = first_no then 'new'
      when period_no > first_no or (refunds = 'refund_date' and period_no < first_no) then 'returning'
    end as who
  from (from sold union all by name from moved) as flows cross join params
),
sums as (
  select
    period_no,
    sum(orders) as orders,
    coalesce(sum(orders) filter (who = 'new'), 0) as orders_new,
    coalesce(sum(orders) filter (who = 'unknown'), 0) as orders_unknown,
    sum(customers) as customers,
    coalesce(sum(customers) filter (who = 'new'), 0) as customers_new,
    coalesce(sum(sales) filter (who = 'new'), 0) + coalesce(sum(amount) filter (who = 'new'), 0) as net_new,
    coalesce(sum(sales) filter (who = 'unknown'), 0)
      + coalesce(sum(amount) filter (who = 'unknown'), 0) as net_unknown,
    coalesce(sum(sales), 0) + coalesce(sum(amount) filter (who is not null), 0) as net,
    sum(sales) + coalesce(sum(of_orders) filter (is_unknown or period_no >= first_no), 0) as of_orders,
    coalesce(sum(cost), 0) as cost,
    sum(without_cost) as without_cost
  from flows
  group by period_no
),
periods as (
  select
    sums.* exclude (period_no),
    starts_on,
    period_end(grain, starts_on) as closes_on,
    lag({'day': starts_on, 'net': net, 'orders': orders}, year_length) over (order by period_no) as before
  from (select distinct period_no, starts_on from days) cross join params left join sums using (period_no)
  where period_no >= (select least(0, min(period_no) filter (who is not null)) from flows)
)
select
  starts_on as period,
  coalesce(orders, 0)::integer as orders,
  coalesce(orders_new, 0)::integer as orders_new,
  coalesce(orders - orders_new - orders_unknown, 0)::integer as orders_returning,
  coalesce(orders_unknown, 0)::integer as orders_unknown,
  coalesce(net, 0)::double as net,
  coalesce(net_new, 0)::double as net_new,
  coalesce(net - net_new - net_unknown, 0)::double as net_returning,
  coalesce(net_unknown, 0)::double as net_unknown,
  if(orders > 0, of_orders / orders, null)::double as aov,
  if(has_costs and coalesce(without_cost, 0) = 0, coalesce(net - cost, 0), null)::double as margin,
  coalesce(customers, 0)::integer as customers,
  coalesce(customers_new, 0)::integer as customers_new,
  coalesce(customers - customers_new, 0)::integer as customers_returning,
  if(before.day >= held_from, coalesce(before.net, 0), null)::double as net_year_before,
  if(before.day >= held_from, coalesce(before.orders, 0), null)::integer as orders_year_before,
  closes_on <= as_of as is_complete,
  coalesce(starts_on < known_on, false) and has_customers as is_left_cut
from periods cross join params
where coalesce(closes_on >= from_on, true) and coalesce(starts_on <= to_on, true)
order by period;

-- Question: what does a new customer cost, and after how many months is that earned back?
-- Grain: one row per start month.
-- Units: money in the currency's units; ages are calendar months since the first order; shares 0 and up.
-- Spend is given month by month; without it the cost of a new customer is null, never 0. Margin is net times
-- the share that is left of it, or net less the cost of the goods where no share is given and the file has
-- the cost of all goods.
with params as (
  select
    $spend::varchar as spending,
    $margin::double is null and (select count(*) > 0 and count(*) = count(cost) from order_costs) as by_cost,
    coalesce($margin::double, 1) as margin,
    $refunds::varchar as refunds,
    $from::date as from_on,
    $to::date as to_on,
    $customer_type::varchar as of_type,
    coalesce($as_of::date, project.as_of) as as_of,
    known_from(coalesce($history::varchar, project.history), project.starts_on + left_cut_days) as known_on
  from project
),
spent as (
  select
    (split_part(entry, ':', 1) || '-01')::date as cohort,
    sum(split_part(entry, ':', 2)::decimal(18, 2)) as spend
  from (select unnest(string_split(spending, ',')) as entry from params)
  group by cohort
),
months as (
  select distinct month_no, month_on as cohort, last_day(month_on) as ends_on
  from calendar join params on calendar.day <= params.as_of
  where month_no >= 0
),
joiners as (
  select customer_no, customer_id, first_ordered_on as first_on, month_no, month_on as cohort
  from customers cross join params join calendar on calendar.day = customers.first_ordered_on
  where first_ordered_on <= as_of
    and coalesce(first_ordered_on >= date_trunc('month', from_on), true)
    and coalesce(first_ordered_on <= last_day(to_on), true)
    and coalesce(customer_type = of_type, true)
),
sizes as (select month_no, cohort, count(*) as customers from joiners group by all),
flows as (
  select customer_no, ordered_on as flowed_on, sales as net, if(by_cost, cost, 0) as cost
  from orders cross join params left join order_costs on order_no = first_row_no
  where is_valid and customer_no is not null
  union all
  select customer_no, moved_on, amount, 0
  from money_beside((select refunds from params))
  where customer_no is not null
),
sums as (
  select
    joiners.month_no,
    calendar.month_no - joiners.month_no as age,
    sum(net) - sum(cost) as net,
    sum(net) filter (flowed_on < first_on + 90) - sum(cost) filter (flowed_on < first_on + 90) as net_90,
    sum(net) filter (flowed_on < first_on + 180) - sum(cost) filter (flowed_on < first_on + 180) as net_180,
    sum(net) filter (flowed_on < first_on + 365) - sum(cost) filter (flowed_on < first_on + 365) as net_365
  from flows
  join joiners using (customer_no)
  join calendar on calendar.day = flowed_on
  join params on flowed_on <= as_of
  where flowed_on >= first_on
  group by all
),
ages as (
  select
    sizes.month_no,
    sizes.cohort,
    sizes.customers,
    months.month_no - sizes.month_no as age,
    months.ends_on <= as_of as is_complete,
    sum(coalesce(net, 0)) over so_far * margin / customers as margin_so_far,
    sum(coalesce(net_90, 0)) over so_far as so_far_90,
    sum(coalesce(net_180, 0)) over so_far as so_far_180,
    sum(coalesce(net_365, 0)) over so_far as so_far_365
  from sizes cross join params
  join months on months.month_no >= sizes.month_no
  left join sums on sums.month_no = sizes.month_no and sums.age = months.month_no - sizes.month_no
  window so_far as (partition by sizes.month_no order by months.month_no)
),
costs as (
  select ages.*, spend, spend / customers as cac
  from ages left join spent using (cohort)
),
months_back as (
  select
    month_no,
    any_value(cohort) as cohort,
    any_value(customers) as customers,
    any_value(spend) as spend,
    any_value(cac) as cac,
    min(age) filter (is_complete and margin_so_far >= cac) as payback_months,
    max(age) filter (is_complete) as watched_months,
    max_by(margin_so_far, age) filter (is_complete) as margin_so_far,
    max(so_far_90) as net_90,
    max_by(so_far_90, age) as last_90,
    max_by(so_far_180, age) as last_180,
    max_by(so_far_365, age) as last_365
  from costs
  group by month_no
)
select
  cohort,
  customers::integer as customers,
  spend::double as spend,
  cac::double as cac,
  watched_months::integer as watched_months,
  margin_so_far::double as margin_per_customer,
  payback_months::integer as payback_months,
  if(cac > 0, margin_so_far / cac, null)::double as back_share,
  if(last_day(cohort) + 90 <= as_of, last_90 * margin / customers, null)::double as value_90,
  if(last_day(cohort) + 180 <= as_of, last_180 * margin / customers, null)::double as value_180,
  if(last_day(cohort) + 365 <= as_of, last_365 * margin / customers, null)::double as value_365,
  coalesce(cohort < known_on, false) as is_left_cut,
  by_cost as is_by_cost
from months_back cross join params
order by cohort;

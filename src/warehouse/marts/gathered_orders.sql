-- Orders as the file has them, before it is decided which of them count.
-- Grain: one row per order id with at least one sale line. Given back is what names the order; refunds are
-- that up to the order's sales.
create or replace temp table gathered_orders as
with params as (
  select $refund_includes_tax::boolean as refund_includes_tax, $order_grain::varchar as order_grain
),
gathered as (
  select
    order_id,
    any_value(customer_id) as customer_id,
    min(ordered_at) filter (kind = 'sale') as ordered_at,
    narrow_money(sum(sales) filter (kind = 'sale')) as sales,
    narrow_money(coalesce(-sum(sales) filter (kind = 'refund'), 0)) as refund_lines,
    narrow_money(sum(refund) filter (kind = 'sale')) as refund_column,
    max(total) as total,
    narrow_money(sum(tax) filter (kind = 'sale')) as tax_of_rows,
    max(tax) filter (kind = 'sale') as tax_once,
    count(*) filter (kind = 'sale') as lines,
    min(row_no) filter (kind = 'sale') as first_row_no,
    bool_or(has_discount) as has_discount,
    bool_or(is_cancelled) as is_cancelled
  from staged_lines
  where kind <> 'set_aside' and order_id is not null
  group by order_id
),
-- An order's tax may stand on each of its rows; it is outside of sales only where the total has room for it.
taxed as (
  select
    *,
    case
      when tax_of_rows is null or total is null or sales + tax_of_rows <= total + 0.01 then tax_of_rows
      when sales + tax_once <= total + 0.01 then tax_once
      else 0
    end as tax
  from gathered
)
select
  taxed.* exclude (refund_lines, refund_column, total, tax_of_rows, tax_once, tax),
  narrow_money(
    refund_lines
      + case
        when refund_column is null then 0
        when not refund_includes_tax then refund_column
        else refund_of_goods(refund_column, sales, tax, total)
      end
  ) as given_back,
  narrow_money(least(given_back, greatest(sales, 0))) as refunds
from taxed cross join params
where lines > 0;

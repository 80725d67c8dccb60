-- What every row of the file is: a sale, a refund, or set aside, and which cleaning rule says so.
-- Grain: one row per row of the file. Money: `sales` before refunds, exact; a refund row holds a negative
-- amount.
create or replace table staged_lines as
with judged as (
  select
    *,
    case
      when date_text is null and sales is null and order_id is null then 'blank_row'
      when row_kind = 'other' then 'other_row'
      when is_sentinel_date and $sentinel_date::varchar = 'drop' then 'sentinel_date'
      when ordered_at is null
        and (date_text is not null or coalesce(row_kind, '') not in ('listed', 'returned'))
        then 'unreadable_date'
      when row_kind = 'returned' then 'refund_row'
      when sales is null or (is_amount_blank and $amount_level::varchar = 'line') then 'unreadable_amount'
      when ordered_at >= $today::date + 1 then 'future_date'
      when currency <> $currency::varchar then 'other_currency'
      when row_kind in ('refund', 'listed') then 'refund_row'
      when sales < 0 and regexp_full_match(order_id, '[Cc][0-9]+') then 'cancelled_document'
      -- A gift on the row that carries the whole order's amount does not take that amount away.
      when unit_price = 0 and (is_amount_blank or $amount_level::varchar = 'line') then 'zero_price'
      when quantity < 0 then 'negative_quantity'
      when sales < 0 then 'negative_amount'
      when customer_id is null then 'no_customer'
    end as rule_id
  from keyed_rows
),
decided as (
  select
    *,
    case
      when rule_id is null then 'keep'
      when rule_id = 'no_customer' then $no_customer::varchar
      when rule_id = 'refund_row' then $refund_row::varchar
      when rule_id = 'cancelled_document' then $cancelled_document::varchar
      when rule_id = 'zero_price' then $zero_price::varchar
      when rule_id = 'negative_quantity' then $negative_quantity::varchar
      when rule_id = 'negative_amount' then $negative_amount::varchar
      else 'drop'
    end as action
  from judged
)
select
  row_no::uinteger as row_no,
  case $order_grain::varchar
    when 'order_id' then coalesce(order_id, 'row ' || row_no)
    when 'row' then row_no::varchar
    -- What a till calls everybody is nobody's day.
    else coalesce(
      if(
        not regexp_matches(customer_id, '[0-9@]')
          and contains(
            $guest_names::varchar,
            '|' || trim(regexp_replace(lower(strip_accents(customer_id)), '[^\p{L}]+', ' ', 'g')) || '|'
          ),
        null,
        customer_id
      ),
      'row ' || row_no
    )
      || ' '
      || day_of(ordered_at)
  end as order_id,
  customer_id,
  ordered_at,
  case
    when is_amount_blank and action <> 'drop' then 0
    when rule_id = 'refund_row' then -abs(sales)
    else sales
  end as sales,
  refund,
  total,
  tax,
  has_discount,
  is_cancelled,
  rule_id,
  case action when 'drop' then 'set_aside' when 'refund' then 'refund' else 'sale' end as kind
from decided;

comment on table staged_lines is 'Every row of the file with what became of it';
comment on column staged_lines.row_no is 'Row of the file, counted from 1 after the header';
comment on column staged_lines.order_id is
  'The order that the row belongs to; null on a refund of no known order';
comment on column staged_lines.customer_id is
  'Customer id, else e-mail, else phone, after joining; null where nobody is named';
comment on column staged_lines.ordered_at is 'The shop''s wall clock';
comment on column staged_lines.sales is
  'Price times quantity less discount, before refunds; negative on a refund';
comment on column staged_lines.refund is 'Amount of a refund column on the same row';
comment on column staged_lines.total is 'Order total with tax and shipping, where the file has it';
comment on column staged_lines.tax is 'Tax on the row, where the file has it';
comment on column staged_lines.has_discount is 'A discount amount or code stands on the row';
comment on column staged_lines.is_cancelled is
  'The row''s status or cancellation date says the order did not happen';
comment on column staged_lines.rule_id is 'The first cleaning rule that the row met; null where none did';
comment on column staged_lines.kind is 'sale, refund or set_aside';

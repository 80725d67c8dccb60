-- What every row of the file is: a sale, a refund, or set aside, and which cleaning rule says so.
-- Grain: one row per row of the file. Money: `sales` before refunds, exact; a refund row holds a negative amount.
create or replace table staged_lines as
with params as (
  select
    $order_grain::varchar as order_grain,
    $amount_level::varchar as amount_level,
    $today::date as today,
    $currency::varchar as currency,
    $cancelled_document::varchar as cancelled_document,
    $zero_price::varchar as zero_price,
    $negative_quantity::varchar as negative_quantity,
    $negative_amount::varchar as negative_amount,
    $no_customer::varchar as no_customer,
    $name_is_identity::boolean as name_is_identity
),
keyed as (
  select source_rows.*, coalesce(customer, lower(email), phone, if(params.name_is_identity, customer_name, null)) as customer_id
  from source_rows cross join params
),
judged as (
  select
    keyed.*,
    params.*,
    case
      when date_text is null and sales is null and order_id is null then 'blank_row'
      when ordered_at is null then 'unreadable_date'
      when sales is null or (is_amount_blank and amount_level = 'line') then 'unreadable_amount'
      when ordered_at::date > today then 'future_date'
      when keyed.currency <> params.currency then 'other_currency'
      when sales < 0 and regexp_full_match(order_id, '[Cc][0-9]+') then 'cancelled_document'
      when unit_price = 0 then 'zero_price'
      when quantity < 0 then 'negative_quantity'
      when sales < 0 then 'negative_amount'
      when customer_id is null then 'no_customer'
    end as rule_id
  from keyed cross join params
),
decided as (
  select
    *,
    case rule_id
      when 'cancelled_document' then cancelled_document
      when 'zero_price' then zero_price
      when 'negative_quantity' then negative_quantity
      when 'negative_amount' then negative_amount
      when 'no_customer' then no_customer
      else case when rule_id is null then 'keep' else 'drop' end
    end as action
  from judged
)
select
  row_no::uinteger as row_no,
  case order_grain
    -- A credit note C1004 belongs to order 1004, where there is one.
    when 'order_id' then coalesce(if(rule_id = 'cancelled_document', substr(order_id, 2), order_id), 'row ' || row_no)
    when 'row' then row_no::varchar
    else coalesce(customer_id, 'row ' || row_no) || ' ' || ordered_at::date
  end as order_id,
  customer_id,
  ordered_at,
  case when is_amount_blank and action <> 'drop' then 0 else sales end as sales,
  refund,
  total,
  has_discount,
  is_cancelled,
  rule_id,
  case action when 'drop' then 'set_aside' when 'refund' then 'refund' else 'sale' end as kind
from decided;

comment on table staged_lines is 'Every row of the file with what became of it';
comment on column staged_lines.row_no is 'Row of the file, counted from 1 after the header';
comment on column staged_lines.order_id is 'The order that the row belongs to';
comment on column staged_lines.customer_id is 'Customer id, else e-mail, else phone; null where nobody is named';
comment on column staged_lines.ordered_at is 'The shop''s wall clock';
comment on column staged_lines.sales is 'Price times quantity less discount, before refunds; negative on a refund';
comment on column staged_lines.refund is 'Amount of a refund column on the same row';
comment on column staged_lines.total is 'Order total with tax and shipping, where the file has it';
comment on column staged_lines.has_discount is 'A discount amount or code stands on the row';
comment on column staged_lines.is_cancelled is 'The row''s status or cancellation date says the order did not happen';
comment on column staged_lines.rule_id is 'The first cleaning rule that the row met; null where none did';
comment on column staged_lines.kind is 'sale, refund or set_aside';

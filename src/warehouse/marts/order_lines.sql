-- The file's rows as order lines, typed and named, for questions about products and for people's own SQL.
-- Grain: one row per row of the file that was used. A view: the wide texts are not held twice.
create or replace view order_lines as
select
  staged_lines.row_no,
  staged_lines.order_id,
  staged_lines.customer_id,
  staged_lines.ordered_at,
  staged_lines.kind,
  source_rows.product,
  source_rows.sku,
  source_rows.category,
  source_rows.country,
  source_rows.channel,
  source_rows.branch,
  source_rows.quantity,
  source_rows.unit_price,
  source_rows.discount,
  source_rows.shipping,
  staged_lines.sales
from staged_lines
join source_rows on source_rows.row_no = staged_lines.row_no
where staged_lines.kind <> 'set_aside';

comment on view order_lines is 'The rows of the file that were used, typed';
comment on column order_lines.row_no is 'Row of the file, counted from 1 after the header';
comment on column order_lines.order_id is 'The order that the row belongs to';
comment on column order_lines.customer_id is 'Who bought; null where nobody is named';
comment on column order_lines.ordered_at is 'The shop''s wall clock';
comment on column order_lines.kind is 'sale or refund';
comment on column order_lines.product is 'Product name, as in the file';
comment on column order_lines.sku is 'Product code, as in the file';
comment on column order_lines.category is 'Product category, as in the file';
comment on column order_lines.country is 'Country, as in the file';
comment on column order_lines.channel is 'Sales channel, as in the file';
comment on column order_lines.branch is 'Branch or shop, as in the file';
comment on column order_lines.quantity is 'Pieces';
comment on column order_lines.unit_price is 'Price of one piece';
comment on column order_lines.discount is 'Money off on the row';
comment on column order_lines.shipping is 'Shipping charged; an order''s own stands on its first row alone';
comment on column order_lines.sales is 'Price times quantity less discount; negative on a refund';

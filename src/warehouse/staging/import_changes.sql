-- What the last import that was added changed, order by order. An order has vanished where an older import
-- has it, its day lies within the span of the newer one, and the newer one does not have it. Run only where
-- files were added to others.
-- Grain: one row per order that is new, changed or vanished.
create or replace table import_changes as
with brought as (
  select staged_lines.row_no, order_id, day_of(ordered_at) as ordered_on, generation
  from staged_lines join row_generations on row_no between first_row_no and last_row_no
  where kind <> 'set_aside'
),
newest as (select max(generation) as generation from row_generations),
of_import as (
  select
    order_id,
    brought.generation = newest.generation as is_newer,
    min(ordered_on) as ordered_on,
    max(brought.generation) as generation
  from brought cross join newest
  group by order_id, is_newer
),
-- Of several older imports the last one that has the order is compared.
contents as (
  select order_id, is_newer, string_agg(cells, chr(29) order by cells) as cells
  from brought join of_import using (order_id, generation) join row_contents using (row_no)
  group by order_id, is_newer
),
span as (select min(ordered_on) as first_on, max(ordered_on) as last_on from of_import where is_newer),
compared as (
  select
    coalesce(newer.order_id, older.order_id) as order_id,
    case
      when older.order_id is null then 'new'
      when newer.order_id is not null and newer_cells.cells <> older_cells.cells then 'changed'
      when newer.order_id is null and older.ordered_on between span.first_on and span.last_on then 'vanished'
    end as change
  from (select * from of_import where is_newer) as newer
  full join (select * from of_import where not is_newer) as older on older.order_id = newer.order_id
  cross join span
  left join contents as newer_cells on newer_cells.order_id = newer.order_id and newer_cells.is_newer
  left join contents as older_cells on older_cells.order_id = older.order_id and not older_cells.is_newer
)
select order_id, change
from compared
where change is not null;

comment on table import_changes is 'What the files that were added last changed, order by order';
comment on column import_changes.order_id is 'The order that is new, changed or gone';
comment on column import_changes.change is
  'new, changed, or vanished: in an older file alone, though its day lies within the newer';

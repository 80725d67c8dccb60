-- Rows that were set aside for want of a date or an amount and are no sales: sums of rows above, headings,
-- notes.
-- Grain: one row per row of the file; each gets the reason that it has.
update staged_lines
set rule_id = if(loose_rows.is_total, 'total_row', 'heading_row')
from (
  with suspects as (
    select row_no
    from staged_lines
    where rule_id in ('unreadable_date', 'unreadable_amount', 'blank_row')
  ),
  split_rows as (
    select
      row_no,
      list_filter(string_split(cells, chr(31)), lambda cell: trim(cell) not in ('', chr(30))) as filled
    from row_cells semi join suspects using (row_no)
  )
  select
    row_no,
    regexp_matches(
      lower(trim(filled[1])),
      '^(grand |sub)?(total|totals|totales|totaux)\b'
        || '|^(gesamt(summe)?|summe|somme|jumlah total|tổng|tổng cộng|合计|总计|合計|総計)( |:|$)'
    ) as is_total,
    len(filled) = 1 as is_alone
  from split_rows
  where len(filled) > 0
) as loose_rows
where staged_lines.row_no = loose_rows.row_no
  and (loose_rows.is_total or loose_rows.is_alone);

-- Set aside the rows that another file has too. Across imports the newer order counts, so that whole rows are
-- compared there only where no order number tells.
update staged_lines
set kind = 'set_aside', rule_id = 'overlap'
where kind <> 'set_aside'
  and row_no in (
    select row_no
    from overlap_rows
    where not is_across or $order_grain::varchar = 'row'
    union all
    select (select count(*) from raw) + row_no as row_no
    from refund_overlap_rows
  );

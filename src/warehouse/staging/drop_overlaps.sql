-- Set aside the rows that an earlier file has too.
update staged_lines
set kind = 'set_aside', rule_id = 'overlap'
where kind <> 'set_aside'
  and row_no in (
    select row_no from overlap_rows
    union all
    select (select count(*) from raw) + row_no from refund_overlap_rows
  );

-- Set the repeated rows aside, where the project says so.
update staged_lines
set kind = 'set_aside', rule_id = 'exact_duplicate'
where kind <> 'set_aside' and row_no in (select row_no from duplicate_rows);

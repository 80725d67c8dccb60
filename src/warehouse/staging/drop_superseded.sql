-- Where two imports have one order, the rows of the newer one stand. Run only where files were added to
-- others.
update staged_lines
set kind = 'set_aside', rule_id = 'superseded'
where row_no in (
  with brought as (
    select row_no, order_id, generation
    from staged_lines join row_generations on row_no between first_row_no and last_row_no
    where kind <> 'set_aside'
  ),
  newest as (
    select order_id, max(generation) as generation
    from brought
    group by order_id
  )
  select brought.row_no
  from brought join newest using (order_id)
  where brought.generation < newest.generation
);

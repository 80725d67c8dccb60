import type { RowsOf } from '../../src/engine/contract';
import { EngineError } from '../../src/engine/errors';
import customersOfCellSql from '../../src/warehouse/lists/customers_of_cell.sql?raw';
import { analysisOf, runnableText } from './run-analysis';
import { quoteText } from './quote';
import { bindKnown } from './build-warehouse';

/** The text that lists the rows behind a figure. */
export function rowsText(what: RowsOf, bridge: { rows: string }[]): string {
  switch (what.kind) {
    case 'set_aside':
      return `select source.* from staged_lines join source on source.row_no = staged_lines.row_no
        where kind = 'set_aside' and rule_id = ${quoteText(what.rule)} order by source.row_no`;
    case 'bridge': {
      const step = bridge[what.step];
      if (!step)
        throw new EngineError({ code: 'bad-parameter', message: `The bridge has no step ${what.step}.` });
      return step.rows;
    }
    case 'customers_of_cell':
      return customersOfCell(what);
  }
}

/** Everybody of a cohort, and whether they came back as the cell counts it: the list behind one cell of the heatmap. */
function customersOfCell({
  cohort,
  age,
  segment,
  params,
}: Extract<RowsOf, { kind: 'customers_of_cell' }>): string {
  const { params: checked } = runnableText(analysisOf('cohort-retention'), params);
  const values = { ...checked, cohort, age: Math.floor(age), segment: segment ?? null };
  return bindKnown(customersOfCellSql, values).replace(/;\s*$/, '');
}

import type { RowsOf } from '../../../src/engine/contract';
import { fault } from '../../../src/domain/said/problems';
import { EngineFault } from '../../../src/engine/errors';
import customersOfCellSql from '../../../src/warehouse/lists/customers_of_cell.sql?raw';
import customerMergesSql from '../../../src/warehouse/lists/customer_merges.sql?raw';
import contactsSql from '../../../src/warehouse/lists/contacts.sql?raw';
import productNamesSql from '../../../src/warehouse/lists/product_names.sql?raw';
import productSuggestionsSql from '../../../src/warehouse/lists/product_suggestions.sql?raw';
import earlierReadingsSql from '../../../src/warehouse/lists/earlier_readings.sql?raw';
import sharedIdentifiersSql from '../../../src/warehouse/lists/shared_identifiers.sql?raw';
import strayOrdersSql from '../../../src/warehouse/lists/stray_orders.sql?raw';
import { asideRows } from '../report/bridge';
import { analysisOf, runnableText, scoped } from './run-analysis';
import { bindKnown } from '../sql/bind';
import { customerText } from './customer-page';

/** Whether a list tells products apart. */
export const readsNames = (what: RowsOf): boolean =>
  what.kind === 'product_names' ||
  what.kind === 'product_suggestions' ||
  (what.kind === 'customer' && what.part === 'products');

/** The text that lists the rows behind a figure. */
export function rowsText(what: RowsOf, bridge: { rows: string }[]): string {
  switch (what.kind) {
    case 'set_aside':
      return asideRows(what.rule);
    case 'bridge': {
      const step = bridge[what.step];
      if (!step)
        throw new EngineFault(fault('no-bridge-step', { step: what.step }, { code: 'bad-parameter' }));
      return step.rows;
    }
    case 'stray_orders':
      return bare(strayOrdersSql);
    case 'earlier_readings':
      return bare(earlierReadingsSql);
    case 'merges':
      return bare(customerMergesSql);
    case 'shared_identifiers':
      return bare(sharedIdentifiersSql);
    case 'product_names':
      return bare(productNamesSql);
    case 'product_suggestions':
      return bare(productSuggestionsSql);
    case 'contacts':
      return bare(contactsSql);
    case 'customers_of_cell':
      return customersOfCell(what);
    case 'customer':
      return bare(customerText(what));
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
  return bare(scoped(bindKnown(customersOfCellSql, values), checked));
}

/** A text that stands inside another. */
const bare = (sql: string): string => sql.replace(/;\s*$/, '');

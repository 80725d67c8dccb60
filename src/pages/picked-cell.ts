import { cohortWords } from '../charts/cohort-words';
import { STATUSES } from '../domain/standing';
import type { Row } from '../domain/table';
import { format } from '../i18n/format';
import { words } from '../i18n/words';
import type { AnalysisParams } from '../engine/call-contract';
import type { RowsOf } from '../engine/contract';

// What decides who is in a cell; a parameter that an analysis does not have is left at its default.
const CELL_PARAMS = [
  ...['grain', 'clock', 'mode', 'cohort_by', 'segment_by'],
  ...['from', 'to', 'as_of', 'customer_type', 'history', 'customers_who', 'orders_that'],
];

/** Who is behind a cell of the cohorts, named by the parameters it was drawn with. */
export function pickedCell(
  { cohort, age, segment }: { cohort: string; age: number; segment: string | null },
  params: AnalysisParams,
  choices: unknown,
): { what: RowsOf; title: string } {
  const names = cohortWords(params, choices);
  const asked = Object.fromEntries(
    CELL_PARAMS.filter((name) => name in params).map((name) => [name, params[name] ?? null]),
  );
  return {
    what: { kind: 'customers_of_cell', cohort, age, segment, params: asked },
    title: words.pages.cell.title(names.label(cohort), names.age_label(age)),
  };
}

/** "12 of these 40 customers ordered in that period. Today: Buying 9 (23%), Gone 31 (78%)." */
export function cameBackLead(rows: readonly Row[]): string {
  const said = words.pages.cell;
  const back = rows.filter((row) => row.came_back === true).length;
  const steps = STATUSES.map((status) => ({
    status,
    customers: rows.filter((row) => row.status === status).length,
  })).filter(({ customers }) => customers > 0);
  const today = steps.map(({ status, customers }) =>
    said.stand(
      words.lapse.statuses[status] ?? status,
      format.count(customers),
      format.rate(customers / rows.length),
    ),
  );
  return [
    said.lead(format.count(back), format.count(rows.length)),
    today.length > 0 ? said.today(format.list(today)) : '',
  ]
    .join(' ')
    .trim();
}

/** A row of such a list with where the customer stands in words. */
export const standingTold = (row: Row): Row =>
  typeof row.status === 'string' ? { ...row, status: words.lapse.statuses[row.status] ?? row.status } : row;

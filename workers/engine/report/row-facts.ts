import type { CountedReport, Fact } from '../../../src/domain/facts';
import type { Database } from '../host/database';
import type { LoadedFile } from '../import/load-file';

/** Lines that are named; the others are in the list of the rows. */
const NAMED_LINES = 5;
/** Above this share of the rows, one reason to set rows aside is said before anything else. */
const MOST_ASIDE = 1 / 3;

/** Reasons that may mean that a column was misread; the others are what the file itself says of its rows. */
const MAY_BE_OURS: readonly string[] = [
  'ragged_row',
  'unreadable_date',
  'unreadable_amount',
  'sentinel_date',
  'other_currency',
  'zero_price',
  'negative_quantity',
  'negative_amount',
  'exact_duplicate',
];

/** What became of rows that a person would want to know first: those that do not fit the header, and a reason that took many. */
export async function rowFacts(
  signal: AbortSignal,
  database: Database,
  rowsRead: number,
  setAside: CountedReport['set_aside'],
): Promise<Fact[]> {
  const found = setAside
    .filter(({ rule, rows }) => MAY_BE_OURS.includes(rule) && rows > MOST_ASIDE * rowsRead)
    .map(({ rule, rows }): Fact => ({ id: 'mostly_aside', values: { rows, of: rowsRead, reason: rule } }));
  const broken = setAside.find(({ rule }) => rule === 'ragged_row');
  if (!broken) return found;
  const lines = await database.rows<{ line: number }>(
    signal,
    `select line::integer as line from ragged_rows order by line limit ${NAMED_LINES}`,
  );
  const named = lines.map(({ line }) => line).join(', ');
  const more = broken.rows > lines.length ? ' …' : '';
  return [...found, { id: 'broken_rows', values: { rows: broken.rows, lines: `${named}${more}` } }];
}

/** What the file itself is like: amounts that stood in columns of months, hidden rows, formulas without a value. */
export function fileFacts({ months, oddities: { hidden_rows, unsolved } }: LoadedFile): Fact[] {
  return [
    ...(months
      ? [{ id: 'months_turned' as const, values: { months: months.columns, rows: months.rows } }]
      : []),
    ...(unsolved > 0 ? [{ id: 'unsolved_formulas' as const, values: { cells: unsolved } }] : []),
    ...(hidden_rows > 0 ? [{ id: 'hidden_rows' as const, values: { rows: hidden_rows } }] : []),
  ];
}

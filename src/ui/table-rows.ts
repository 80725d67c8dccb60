import { guard } from '../domain/guarded';
import type { Cell, Column, Row } from '../domain/table';
import { format } from '../i18n/format';
import { words } from '../i18n/words';

export interface Sorting {
  column: string;
  down: boolean;
}

/** Rows are drawn all at once up to this many, then only those in sight. */
export const WINDOW_FROM = 200;
/** Browsers cannot lay out a table much taller than 16 million pixels. */
export const MOST_ROWS = 200_000;
export const ROW_HEIGHT = 32;
const AROUND = 12;

const collator = new Intl.Collator('en', { numeric: true });

function compare(a: Exclude<Cell, null>, b: Exclude<Cell, null>): number {
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

/** A column may be called `constructor`: only a row's own values count. */
const valueOf = (row: Row, column: string): Cell =>
  Object.hasOwn(row, column) ? (row[column] ?? null) : null;

/** A sorted copy: empty cells last in both directions, equal ones in the order they came. */
export function sortRows(rows: Row[], sorting: Sorting | null): Row[] {
  if (!sorting) return rows;
  const { column, down } = sorting;
  return [...rows].sort((left, right) => {
    const [a, b] = [valueOf(left, column), valueOf(right, column)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return down ? compare(b, a) : compare(a, b);
  });
}

/** A click on a head: figures begin with the largest, the rest with the first; the third click undoes it. */
export function nextSorting(now: Sorting | null, column: Column): Sorting | null {
  const downFirst = isFigure(column);
  if (now?.column !== column.name) return { column: column.name, down: downFirst };
  return now.down === downFirst ? { column: column.name, down: !downFirst } : null;
}

/** First and last-but-one row to draw for what is in sight. */
export function windowOf(scrolled: number, height: number, rows: number): { from: number; to: number } {
  if (rows <= WINDOW_FROM) return { from: 0, to: rows };
  const from = Math.max(0, Math.floor(scrolled / ROW_HEIGHT) - AROUND);
  return { from, to: Math.min(rows, from + Math.ceil(height / ROW_HEIGHT) + 2 * AROUND) };
}

/** Figures stand right, so that their digits line up. */
export const isFigure = ({ type }: Column): boolean => type === 'number' || type === 'integer';

/** The head of a column with its unit, said once. */
export function headOf(column: Column, heads: Record<string, string>, currency: string | null): string {
  const name = Object.hasOwn(heads, column.name)
    ? (heads[column.name] ?? column.name)
    : column.name.replaceAll('_', ' ');
  if (column.unit === 'rate') return words.ui.withUnit(name, '%');
  if (column.unit === 'money' && currency) return words.ui.withUnit(name, currency);
  return column.unit === 'days' ? words.ui.withUnit(name, words.ui.daysUnit) : name;
}

export const cellOf = (row: Row, column: Column, currency: string | null, exact = false): string =>
  format.cell(valueOf(row, column.name), column.unit, currency, exact);

const LINE_ENDS = /[\t\r\n]+/g;

/** Rows as text that a spreadsheet takes cell by cell when it is pasted: figures as they are held, tabs and line ends as blanks, nothing that it would run. */
export function tabbed(
  columns: readonly Column[],
  rows: readonly Row[],
  head: { heads: Record<string, string>; currency: string | null } | null,
): string {
  const line = (cells: string[]) => cells.map((cell) => cell.replaceAll(LINE_ENDS, ' ')).join('\t');
  const cell = (value: Cell) => (typeof value === 'string' ? guard(value) : String(value ?? ''));
  const lines = rows.map((row) => line(columns.map(({ name }) => cell(valueOf(row, name)))));
  const first = head && line(columns.map((column) => guard(headOf(column, head.heads, head.currency))));
  return [...(first === null ? [] : [first]), ...lines].join('\n');
}

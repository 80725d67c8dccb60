import type { ParsedText } from './parse-delimited';

/** Where the table stands among the rows of a text. */
export interface TableInText {
  /** Index of the header, or of the first row where there is none. */
  start: number;
  /** Cells of a whole row. */
  width: number;
  /** Rows with fewer cells. */
  short: number;
  /** The first row with a value beyond the last column, or null. */
  over: { line: number; found: number } | null;
}

const filledCells = (row: string[]): number => row.filter((cell) => cell.trim() !== '').length;
/** Cells up to the last one with a value: a trailing delimiter adds nothing. */
const usedWidth = (row: string[]): number => {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? '').trim() === '') width--;
  return width;
};

function commonWidth(rows: string[][]): number {
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  let common = 1;
  for (const [width, count] of counts) {
    const best = counts.get(common) ?? 0;
    if (count > best || (count === best && width > common)) common = width;
  }
  return common;
}

/** Rows before the header: titles, periods and blank rows that a report puts above its table. */
function tableStart(rows: string[][], common: number): number {
  const needed = common <= 2 ? common : Math.max(2, Math.ceil(common / 2));
  const first = rows.findIndex((row) => row.length >= common && filledCells(row) >= needed);
  if (first <= 0) return 0;
  // A header may lack the name of its last columns; a title does not fill as many cells.
  const before = rows[first - 1] ?? [];
  return before.length >= needed && before.length > 1 && filledCells(before) === before.length
    ? first - 1
    : first;
}

/** Finds header and width. With `fixedStart` the caller has said how many lines stand above the table. */
export function findTable(parsed: ParsedText, fixedStart: boolean): TableInText {
  const { rows, lines } = parsed;
  const common = commonWidth(rows);
  const start = fixedStart ? 0 : tableStart(rows, common);
  const header = rows[start] ?? [];
  const width = Math.max(common, usedWidth(header));
  let short = 0;
  let over: TableInText['over'] = null;
  for (let i = start; i < rows.length; i++) {
    const row = rows[i] ?? [];
    if (row.length < width) short++;
    else if (over === null && row.length > width && usedWidth(row) > width)
      over = { line: lines[i] ?? 0, found: usedWidth(row) };
  }
  return { start, width, short, over };
}

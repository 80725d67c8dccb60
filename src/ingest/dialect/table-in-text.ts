import { chosenHeader } from './choose-header';
import { judgeHeader } from './headers';
import type { ParsedText } from './parse-delimited';

/** Where the table stands among the rows of a text. */
export interface TableInText {
  /** Index of the header, or of the first row where there is none. */
  start: number;
  /** Cells of a whole row. */
  width: number;
  /** Rows with fewer cells. */
  short: number;
  /** Rows with delimiters, but no values, beyond the last column. */
  trailing: number;
  /** The header starts with an empty name that no row has a cell for. */
  shifted: boolean;
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

const median = (numbers: number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Rows before the header: titles, periods and blank rows that a report puts above its table. */
function tableStart(rows: string[][], common: number): number {
  const usual = median(rows.slice(0, 2000).map(filledCells));
  const needed = Math.min(common, Math.max(2, Math.ceil(usual / 2)));
  const first = rows.findIndex((row) => row.length >= common && filledCells(row) >= needed);
  if (first < 0) return 0;
  const [here = [], next = []] = rows.slice(first, first + 2);
  // A title with a comma in it is wider than the table; the names below it fit the table.
  if (
    here.length > common &&
    next.length === common &&
    judgeHeader(next, rows.slice(first + 2, first + 200)).hasHeader
  )
    return first + 1;
  // A header may lack the name of its last columns; a title does not fill as many cells.
  const before = rows[first - 1] ?? [];
  const lacksNames = before.length >= needed && before.length > 1 && filledCells(before) === before.length;
  return chosenHeader(rows, lacksNames ? first - 1 : first, needed);
}

/** Finds header and width. With `fixedStart` the caller has said how many lines stand above the table. */
export function findTable(parsed: ParsedText, fixedStart: boolean): TableInText {
  const { rows, lines } = parsed;
  const common = commonWidth(rows);
  const start = fixedStart ? 0 : tableStart(rows, common);
  const header = rows[start] ?? [];
  const shifted = header.length === common + 1 && header[0]?.trim() === '' && usedWidth(header) > common;
  const width = shifted ? common : Math.max(common, usedWidth(header));
  let short = 0;
  let trailing = 0;
  let over: TableInText['over'] = null;
  for (let i = shifted ? start + 1 : start; i < rows.length; i++) {
    const row = rows[i] ?? [];
    if (row.length < width) short++;
    else if (row.length > width && usedWidth(row) <= width) trailing++;
    else if (over === null && row.length > width) over = { line: lines[i] ?? 0, found: usedWidth(row) };
  }
  return { start, width, short, trailing, shifted, over };
}

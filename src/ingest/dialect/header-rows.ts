import { cellType, columnType } from './cell-types';

export interface HeaderRows {
  /** Rows that the header takes, from the first one on; the first data row follows. */
  count: number;
  /** One name a column, not yet unique. */
  names: string[];
}

const LOOKED_AT = 50;
const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== '';
const isBlankRow = (row: string[]): boolean => !row.some(isFilled);

/** The row below a header that completes its names: texts where the columns hold none, no cell of its own. */
function completes(header: string[], row: string[], below: string[][]): boolean {
  if (isFilled(row[0]) && header.every(isFilled)) return false;
  const filled = row.flatMap((cell, at) => (isFilled(cell) ? [at] : []));
  if (filled.length === 0 || filled.some((at) => cellType(row[at] ?? '') !== 'text')) return false;
  // Where several tables follow one another, their headers come again further down.
  const shares = (other: string[], names: string[]) =>
    other.filter((cell, at) => isFilled(cell) && cell === names[at]).length > 1;
  const values = below.filter((other) => !shares(other, header) && !shares(other, row));
  const typeBelow = (at: number) => columnType(values.map((other) => other[at] ?? ''));
  const stands = (at: number) => {
    const type = typeBelow(at);
    return type !== 'text' && (type !== null || !values.some((other) => isFilled(other[at])));
  };
  return filled.every(stands) && filled.some((at) => typeBelow(at) !== null);
}

/** A label above several columns holds for each of them that has a name of its own below. */
function joined(above: string[], below: string[], width: number): string[] {
  let group = '';
  return Array.from({ length: width }, (_, at) => {
    const label = (above[at] ?? '').trim();
    const own = (below[at] ?? '').trim();
    if (label !== '') group = label;
    else if (own === '') group = '';
    return [label === '' && own !== '' ? group : label, own].filter((part) => part !== '').join(' ');
  });
}

/** Labels over columns that would have the same name, such as two years over `Total` and `Total`. */
function labelsAbove(above: string[] | undefined, header: string[]): string[] | null {
  if (!above || isFilled(above[0])) return null;
  const filled = above.flatMap((cell, at) => (isFilled(cell) ? [at] : []));
  const names = header.map((name) => name.trim().toLowerCase());
  const areTwins = filled.every((at) => names.filter((name) => name === names[at]).length > 1);
  return filled.length >= 2 && areTwins ? above : null;
}

/**
 * The header of a table as one name a column. `rows` start with the header; `above` is the row before it. The same
 * row again names nothing new; a row that completes the header is joined to it.
 */
export function headerRows(rows: string[][], above: string[] | undefined, width: number): HeaderRows {
  const [header = []] = rows;
  let names = header;
  let count = 1;
  const text = header.join('\n');
  while (count < rows.length - 1 && rows[count]?.join('\n') === text) count++;
  const next = rows[count] && isBlankRow(rows[count] ?? []) ? count + 1 : count;
  const candidate = rows[next];
  if (count === 1 && candidate && completes(header, candidate, rows.slice(next + 1, next + 1 + LOOKED_AT))) {
    names = joined(header, candidate, width);
    count = next + 1;
  }
  const labels = labelsAbove(above, header);
  if (labels)
    names = names.map((name, at) => [(labels[at] ?? '').trim(), name.trim()].filter(Boolean).join(' '));
  return { count, names };
}

import { cellType, columnType, type CellType } from './cell-types';

/** What the columns of a table look like, learnt from rows of the right width. */
export interface ColumnShapes {
  types: (CellType | null)[];
  /** Shapes of the values of a column: digits as 9, letters as a. */
  shapes: Set<string>[];
}

const shapeOf = (cell: string): string =>
  cell
    .trim()
    .replace(/\d/g, '9')
    .replace(/\p{L}+/gu, 'a');
const MOST_SHAPES = 50;
const LEARNT_FROM = 500;

export function learnShapes(rows: string[][], width: number): ColumnShapes {
  const whole = rows.filter((row) => row.length === width).slice(0, LEARNT_FROM);
  const columns = Array.from({ length: width }, (_, at) => whole.map((row) => row[at] ?? ''));
  return { types: columns.map(columnType), shapes: columns.map((cells) => new Set(cells.map(shapeOf))) };
}

/** Cells that are not what their column is. */
function strangers(row: string[], { types }: ColumnShapes): number {
  let count = 0;
  types.forEach((type, at) => {
    const cell = row[at] ?? '';
    if (type !== null && type !== 'text' && cell.trim() !== '' && cellType(cell) !== type) count++;
  });
  return count;
}

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * A row of another width than the table's as one of its width, or null where its cells cannot be placed. A row too
 * long gives up blank cells at the end or at the start, whichever leaves the others in their columns. A row too
 * short ends in blanks, unless that puts cells into strange columns and there is exactly one place where a lost
 * separator puts all of them right.
 */
export function mendRow(row: string[], width: number, known: ColumnShapes): string[] | null {
  if (row.length === width) return row;
  if (row.length > width) {
    const extra = row.length - width;
    const candidates = [
      ...(isBlank(row.slice(width)) ? [row.slice(0, width)] : []),
      ...(isBlank(row.slice(0, extra)) ? [row.slice(extra)] : []),
    ];
    return candidates.toSorted((a, b) => strangers(a, known) - strangers(b, known))[0] ?? null;
  }
  const padded = [...row, ...Array.from({ length: width - row.length }, () => '')];
  if (row.length !== width - 1 || strangers(padded, known) < 2) return padded;
  const splits = lostSeparators(row, known).filter((split) => strangers(split, known) === 0);
  return splits.length === 1 ? (splits[0] ?? padded) : padded;
}

/** The ways to split one cell in two, each part of a shape that its column has. */
function lostSeparators(row: string[], { shapes }: ColumnShapes): string[][] {
  const found: string[][] = [];
  row.forEach((cell, at) => {
    const [left, right] = [shapes[at], shapes[at + 1]];
    if (!left || !right || left.size > MOST_SHAPES || right.size > MOST_SHAPES || cell.length > 200) return;
    for (let end = 1; end < cell.length; end++)
      if (left.has(shapeOf(cell.slice(0, end))) && right.has(shapeOf(cell.slice(end))))
        found.push([...row.slice(0, at), cell.slice(0, end), cell.slice(end), ...row.slice(at + 1)]);
  });
  return found;
}

import { cellType, columnType, type CellType } from './cell-types';
import { matchName } from '../names/match-names';
import { monthOf } from '../dates/month-columns';

/** Rows at the top among which the names of the columns are looked for. */
const LOOKED_AT = 30;
const BELOW = 200;

const isFilled = (cell: string | undefined): cell is string => cell !== undefined && cell.trim() !== '';
const filledOf = (row: string[]): string[] => row.filter(isFilled);

/** Cells of a row that name something that sales exports name. */
export const knownNames = (row: readonly string[]): number =>
  row.filter((cell) => isFilled(cell) && cell.length <= 60 && matchName(cell).length > 0).length;

type Types = (CellType | null)[];

/** What the columns hold from a row on: numbers, dates, addresses; texts tell nothing. */
function typesFrom(rows: string[][], at: number, width: number): Types {
  const below = rows.slice(at, at + BELOW);
  return Array.from({ length: width }, (_, column) => columnType(below.map((row) => row[column] ?? '')));
}

const isTelling = (type: CellType | null | undefined): boolean =>
  type !== undefined && type !== null && type !== 'text';

/** Whether a row holds values of the kinds that its columns hold: at least half of them, and two where there are as many. */
function isData(row: string[], types: Types): boolean {
  const telling = types.flatMap((type, at) => (isTelling(type) && isFilled(row[at]) ? [at] : []));
  const fitting = telling.filter((at) => cellType(row[at] ?? '') === types[at]).length;
  const needed = Math.min(2, types.filter(isTelling).length);
  return fitting >= Math.max(1, needed) && fitting * 2 >= telling.length;
}

const namesMonth = (cell: string): boolean => monthOf(cell, null) !== null;
/** Months stand in heads as often as names where there is a column for each. */
const FEWEST_MONTHS = 3;
const monthsIn = (row: readonly string[]): number => {
  const months = row.filter(namesMonth).length;
  return months < FEWEST_MONTHS ? 0 : months;
};

/** Different texts, none of them a number, a date or an address, but for months of a table of them. */
function areNames(row: string[], needed: number): boolean {
  const filled = filledOf(row).map((cell) => cell.trim().toLowerCase());
  return (
    filled.length >= needed &&
    new Set(filled).size === filled.length &&
    filled.every((cell) => cellType(cell) === 'text' || (monthsIn(filled) > 0 && namesMonth(cell)))
  );
}

/**
 * The row that names the columns, where the first that is wide enough does not: a title, an address or a date of issue may
 * fill as many cells. A row further down is believed where the rows above it hold no data, data follow it, and it has more
 * known names than the first; or where nobody knows the names of either and the first holds values.
 */
export function chosenHeader(rows: string[][], first: number, needed: number): number {
  const here = rows[first] ?? [];
  const known = knownNames(here);
  if (known > 2 && areNames(here, needed)) return first;
  for (let at = first + 1; at < Math.min(LOOKED_AT, rows.length - 1); at++) {
    const row = rows[at] ?? [];
    if (!areNames(row, needed) || filledOf(row).length * 2 < filledOf(here).length) continue;
    const found = knownNames(row) + monthsIn(row);
    const isBetter = found >= 2 ? found > 2 * known : known === 0 && found === 0 && !areNames(here, needed);
    if (!isBetter) continue;
    const types = typesFrom(rows, at + 1, row.length);
    if (!types.some(isTelling) || rows.slice(first, at).some((above) => isData(above, types))) continue;
    const below = rows.slice(at + 1).filter((other) => filledOf(other).length > 1);
    // In a table of months hardly any cell of a row is filled.
    if (below.slice(0, monthsIn(row) > 0 ? BELOW : 1).some((other) => isData(other, types))) return at;
  }
  return first;
}

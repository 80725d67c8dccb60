import type { Field } from '../../domain/choices';
import { columnType, type CellType } from './cell-types';
import { matchName } from '../names/match-names';
import { saysNoNumber } from '../numbers/number-shapes';
import { looksLikeWeakDates } from '../dates/weak-dates';

const LOOKED_AT = 200;

const TYPE_OF: Partial<Record<Field, CellType>> = {
  date: 'date',
  email: 'email',
  amount: 'number',
  quantity: 'number',
  unit_price: 'number',
  discount: 'number',
  tax: 'number',
  shipping: 'number',
  total: 'number',
  refund: 'number',
  cost: 'number',
};

const fieldOf = (name: string): Field | undefined =>
  matchName(name).find(({ how }) => how === 'whole')?.field;

/** Numbers of orders and people hold digits nearly always, and texts that people write hardly ever. */
const NUMBERED: readonly Field[] = ['order_id', 'customer', 'phone', 'sku'];

/** A cell of a column; a mark that stands for no number is blank. */
const shown = (cell = ''): string => (saysNoNumber(cell) ? '' : cell);

/** What a column holds; months alone and days without a year are dates here. */
function kindOf(cells: string[]): CellType | null {
  const type = columnType(cells);
  return (type === null || type === 'text') && looksLikeWeakDates(cells, 'date') ? 'date' : type;
}

/** How well names stand above values of the kind that they promise: one more for each that does, one less for each that does not. */
function fit(names: readonly string[], types: readonly (CellType | null)[]): number {
  return types.reduce((sum, type, at) => {
    const field = fieldOf(names[at] ?? '') ?? 'product';
    if (NUMBERED.includes(field) && type === 'date') return sum - 1;
    const wanted = TYPE_OF[field];
    if (wanted === undefined || type === null) return sum;
    if (wanted === type) return sum + 1;
    // Day numbers and days without separators are numbers to look at.
    return wanted === 'date' && type === 'number' ? sum : sum - 1;
  }, 0);
}

/** Where the kinds of values fit equally well: names of numbers that stand above values with digits. */
const numbered = (names: readonly string[], rows: readonly string[][]): number =>
  names.filter(
    (name, at) => NUMBERED.includes(fieldOf(name) ?? 'product') && areNumbered(rows.map((row) => row[at])),
  ).length;

/** Most of the filled cells hold a digit. */
function areNumbered(cells: readonly (string | undefined)[]): boolean {
  const filled = cells.flatMap((cell) => cell?.trim() || []);
  return filled.filter((cell) => /\d/.test(cell)).length * 2 > filled.length;
}

/** A name made of two that are known each, as where a separator was lost. */
const halves = (name: string): [string, string][] =>
  [...name.matchAll(/[\s/|]+/g)].flatMap(({ index, 0: gap }): [string, string][] => {
    const [left, right] = [name.slice(0, index).trim(), name.slice(index + gap.length).trim()];
    return matchName(name).length === 0 && fieldOf(left) && fieldOf(right) ? [[left, right]] : [];
  });

/**
 * A header that is one name short of its table, put right by what stands below: a first column without a name (the row
 * numbers that R writes), a name that was left out, two that lost the separator between them. As it stands where nothing fits
 * better. `rows` are those below it.
 */
export function mendedHeader(
  names: readonly string[],
  rows: readonly string[][],
  width: number,
): { names: string[]; unnamed: number | null } | null {
  let used = names.length;
  while (used > 0 && (names[used - 1] ?? '').trim() === '') used--;
  if (width < 3 || used !== width - 1 || (names[0] ?? '').trim() === '') return null;
  const short = names.slice(0, used);
  const below = rows.slice(0, LOOKED_AT);
  const types = Array.from({ length: width }, (_, at) => kindOf(below.map((row) => shown(row[at]))));
  const splits = short.flatMap((name, at) =>
    halves(name).map((parts) => ({
      names: [...short.slice(0, at), ...parts, ...short.slice(at + 1)],
      unnamed: null,
    })),
  );
  const gaps = Array.from({ length: width }, (_, at) => ({
    names: [...short.slice(0, at), '', ...short.slice(at)],
    unnamed: at,
  }));
  const ranked = [...splits, ...gaps]
    .map((one) => ({ ...one, fits: fit(one.names, types), numbered: numbered(one.names, below) }))
    .sort((a, b) => b.fits - a.fits || b.numbered - a.numbered);
  const [best] = ranked;
  const stands = { fits: fit(short, types), numbered: numbered(short, below) };
  if (!best || best.fits < stands.fits) return null;
  // Kinds of values tell nothing: texts that people write have no name sooner than a number of somebody has a wrong one.
  const isText = best.unnamed !== null && !areNumbered(below.map((row) => row[best.unnamed!]));
  const isBetter = best.fits > stands.fits || (isText && best.numbered > stands.numbered);
  return isBetter ? { names: best.names, unnamed: best.unnamed } : null;
}

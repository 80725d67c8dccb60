import type { Field } from '../domain/choices';
import { columnType, type CellType } from './cell-types';
import { matchName } from './match-names';

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

/** How well names stand above values of the kind that they promise: one more for each that does, one less for each that does not. */
function fit(names: readonly string[], types: readonly (CellType | null)[]): number {
  return types.reduce((sum, type, at) => {
    const wanted = TYPE_OF[fieldOf(names[at] ?? '') ?? 'product'];
    if (wanted === undefined || type === null) return sum;
    if (wanted === type) return sum + 1;
    // Day numbers and days without separators are numbers to look at.
    return wanted === 'date' && type === 'number' ? sum : sum - 1;
  }, 0);
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
  const types = Array.from({ length: width }, (_, at) => columnType(below.map((row) => row[at] ?? '')));
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
  const asItStands = fit(short, types);
  const ranked = [...splits, ...gaps]
    .map((one) => ({ ...one, fits: fit(one.names, types) }))
    .sort((a, b) => b.fits - a.fits);
  const [best] = ranked;
  return best && best.fits > asItStands ? { names: best.names, unnamed: best.unnamed } : null;
}

import type { Field } from '../../domain/choices';
import { matchName } from '../names/match-names';
import type { Unit } from './table-shape';

const MONEY: readonly Field[] = ['amount', 'total', 'unit_price'];
const THINGS: readonly Field[] = ['product', 'sku', 'quantity'];
const WHOSE: readonly Field[] = ['order_id', 'customer', 'email', 'phone'];

export interface SalesSigns {
  dated: boolean;
  money: boolean;
  things: boolean;
  whose: boolean;
  order: boolean;
}

/** What in the columns of a unit speaks of sales. */
export function salesSigns({ columns }: Unit): SalesSigns {
  const fields = new Set(columns.flatMap(({ header }) => matchName(header).map(({ field }) => field)));
  const has = (some: readonly Field[]) => some.some((field) => fields.has(field));
  return {
    dated: columns.some(({ evidence }) => (evidence.dates ?? []).length > 0),
    money: has(MONEY),
    things: has(THINGS),
    whose: has(WHOSE),
    order: has(['order_id']),
  };
}

/** Signs that any of several units has. */
export const together = (signs: readonly SalesSigns[]): SalesSigns => ({
  dated: signs.some(({ dated }) => dated),
  money: signs.some(({ money }) => money),
  things: signs.some(({ things }) => things),
  whose: signs.some(({ whose }) => whose),
  order: signs.some(({ order }) => order),
});

/** How much a unit, with all that hangs on it, looks like what was sold. */
export const salesScore = ({ dated, money, things, whose, order }: SalesSigns): number =>
  (dated ? 4 : 0) + (money ? 3 : 0) + (order ? 2 : 0) + (things ? 2 : 0) + (whose ? 1 : 0);

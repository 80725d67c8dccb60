import type { Field } from '../../domain/choices';
import type { Level } from '../../domain/tables';
import { foldName } from '../names/fold-name';
import { matchName, type NameMatch } from '../names/match-names';
import type { ReadColumn } from './read-columns';

/** Fields that only the thing sold can fill; an order's own row says nothing of them. */
const OF_LINES: readonly Field[] = ['product', 'sku', 'category', 'quantity', 'unit_price', 'cost'];
const OF_PRODUCTS: readonly Field[] = ['product', 'sku', 'category', 'unit_price', 'cost'];
const OF_CUSTOMERS: readonly Field[] = [
  ...(['customer', 'email', 'phone', 'customer_name', 'country'] as const),
  ...(['customer_type', 'referred_by', 'consent', 'birthday'] as const),
];

/** Whether a column that came from a joined table can fill a field: a customer's birthday is no order date. */
export function fitsLevel(field: Field, level: Level | null | undefined): boolean {
  if (level === 'order') return !OF_LINES.includes(field) && field !== 'amount';
  if (level === 'product') return OF_PRODUCTS.includes(field);
  if (level === 'customer') return OF_CUSTOMERS.includes(field);
  return true;
}

/** The fields that a column may be, by its name and by the table it came from. */
export function matchesOf({ evidence }: ReadColumn): readonly NameMatch[] {
  const { column, level } = evidence;
  const matches = matchName(column);
  // The price on an order's own row is what the whole order cost.
  if (level === 'order')
    return matches.map((match) =>
      match.field === 'amount' || match.field === 'unit_price' ? { ...match, field: 'total' } : match,
    );
  if ((level === 'product' || level === 'customer') && /^(name|title)$/.test(foldName(column)))
    return [{ field: level === 'product' ? 'product' : 'customer_name', how: 'part', score: 40 }];
  return matches;
}

import type { Analysis } from '../../../src/analyses/define';
import type { Values } from '../sql/bind';
import { columnsOf, withColumns, type Side } from '../build/column-values';
import type { Database } from '../host/database';
import { withTables } from '../build/late-tables';
import {
  refuseUnknownAttributes,
  refuseUnknownOrderAttributes,
  refuseWithoutNeeds,
  refuseWithoutProducts,
} from './needs';
import { orderSplitsOf, splitsOf } from './run-analysis';
import type { Shop } from '../shop';

const TABLES = { first_orders: 'attributes', orders: 'order_attributes' } as const;

/** The attributes of first orders or of orders that have a name of their own, and columns of the file: those named, or all. */
export async function withAttributes(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  side: Side,
  names: readonly string[] | 'all',
): Promise<void> {
  await withTables(signal, database, shop, [TABLES[side]]);
  const columns = columnsOf(shop).filter(({ name }) => names === 'all' || names.includes(name));
  await withColumns(signal, database, shop, side, columns);
}

const namesOf = (shop: Shop) => columnsOf(shop).map(({ name }) => name);

/**
 * What first orders and orders are told apart by, as far as a question with these checked parameters reads it. Throws where the file does not have
 * it. Where first orders are those of a filter, what they were like is read from orders.
 */
export async function withSplits(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  analysis: Pick<Analysis, 'needs' | 'params'>,
  checked: Values,
): Promise<void> {
  const splits = splitsOf(analysis, checked);
  const isNamed = analysis.params.some(({ name, kind }) => kind === 'attribute' && checked[name]);
  const read = analysis.needs.includes('first_orders') && !isNamed ? 'all' : splits;
  if (read.length > 0) await withAttributes(signal, database, shop, 'first_orders', read);
  await refuseUnknownAttributes(signal, database, splits, namesOf(shop));
  const asked = orderSplitsOf(checked);
  if (!asked || (asked.attributes.length === 0 && !asked.isInside)) return;
  const both = read === 'all' ? read : [...asked.attributes, ...read];
  await withAttributes(signal, database, shop, 'orders', asked.isInside ? both : asked.attributes);
  await refuseUnknownOrderAttributes(signal, database, asked.attributes, namesOf(shop));
}

/** The tables that a question reads. Throws where the file has not what it needs. */
export async function withNeeds(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  analysis: Analysis,
  checked: Values,
): Promise<{ has_amounts: boolean }> {
  const has = await refuseWithoutNeeds(signal, database, analysis.needs, analysis.id);
  await withSplits(signal, database, shop, analysis, checked);
  if (analysis.needs.includes('costs')) await withTables(signal, database, shop, ['costs']);
  if (!analysis.needs.includes('products')) return has;
  await withTables(signal, database, shop, ['products']);
  await refuseWithoutProducts(signal, database, analysis.id);
  return has;
}

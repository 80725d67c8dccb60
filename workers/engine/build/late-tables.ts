import {
  buildAttributes,
  buildComments,
  buildCosts,
  buildOrderAttributes,
  buildProductNames,
  buildProducts,
} from './build-warehouse';
import type { Database } from '../host/database';
import type { LateTable, Shop } from '../shop';

/** Tables that read the widest texts of the file again, and the catalogue's descriptions: each made once, for the first question that needs it. */
const BUILDS = {
  names: buildProductNames,
  attributes: buildAttributes,
  products: buildProducts,
  order_attributes: buildOrderAttributes,
  costs: buildCosts,
  comments: buildComments,
} satisfies Record<LateTable, unknown>;

/** Tables in which products are told apart: made of their names. */
export const OF_NAMES: readonly LateTable[] = ['attributes', 'products', 'order_attributes'];

/** Build those that are not there yet, in the shop's own database. */
export async function withTables(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  tables: readonly LateTable[],
): Promise<void> {
  await database.run(new AbortController().signal, `use ${shop.database}`);
  if (!shop.plan) return;
  const wanted = tables.some((table) => OF_NAMES.includes(table)) ? (['names', ...tables] as const) : tables;
  for (const table of wanted) {
    if (shop.late.has(table)) continue;
    await BUILDS[table](signal, database, shop.plan);
    forgetColumns(shop, table);
    shop.late.add(table);
  }
}

/** A table that was built again no longer holds the file’s columns that were added to the old one. */
function forgetColumns({ columns }: Shop, table: LateTable): void {
  const side = { attributes: 'first_orders', order_attributes: 'orders' }[table as string];
  for (const key of columns) if (side && key.startsWith(`${side} `)) columns.delete(key);
}

/** Those that a person's own text names. */
export const tablesOfText = (text: string): LateTable[] => [
  'attributes',
  ...(/products/i.test(text) ? (['products'] as const) : []),
  ...(/\b(order_(attributes|values)|refund_attributes)\b/i.test(text) ? (['order_attributes'] as const) : []),
  ...(/order_costs/i.test(text) ? (['costs'] as const) : []),
  ...(/comment|duckdb_/i.test(text) ? (['comments'] as const) : []),
];

/** Where such a text reads the columns that orders can be told apart by. */
export const sidesOfText = (text: string): ('first_orders' | 'orders')[] => [
  ...(/first_order_attributes/i.test(text) ? (['first_orders'] as const) : []),
  ...(/\border_(attributes|values)\b|refund_attributes/i.test(text) ? (['orders'] as const) : []),
];

import type { FileAttributes } from '../../../src/domain/attributes';
import firstOrdersSql from '../../../src/warehouse/marts/column_first_orders.sql?raw';
import orderValuesSql from '../../../src/warehouse/marts/column_order_values.sql?raw';
import columnOrdersSql from '../../../src/warehouse/marts/column_orders.sql?raw';
import columnRefundsSql from '../../../src/warehouse/marts/column_refunds.sql?raw';
import { bindKnown } from '../sql/bind';
import { unstoppable, withoutComments } from './build-warehouse';
import { cellValue } from './column-attributes';
import type { Database } from '../host/database';
import { hasLineAmounts, type Plan } from '../plan/plan';
import type { Shop } from '../shop';

type Column = FileAttributes['found'][number];

/** What each side reads: first orders of customers, or orders and refunds. */
const SIDES = { first_orders: firstOrdersSql, orders: orderValuesSql } as const;
export type Side = keyof typeof SIDES;

const VIEWS = ['column_refunds', 'column_orders', 'column_values'];

/** Attributes that are a column of the file, and nothing that is built under a name of its own. */
export const columnsOf = ({ attributes }: Shop): Column[] =>
  attributes.found.filter(({ name, field }) => name !== field);

/** The column's values, by row and by order, while something reads them. */
export async function readingColumn<T>(
  signal: AbortSignal,
  database: Database,
  { reading, ...plan }: Plan,
  { position, level }: Column,
  read: () => Promise<T>,
): Promise<T> {
  const said = { level, has_line_amounts: hasLineAmounts({ reading, ...plan }) };
  const values = `create or replace view column_values as select rowid + 1 as row_no, ${cellValue(position, reading)} as value from raw`;
  try {
    for (const sql of [values, columnOrdersSql, columnRefundsSql])
      await database.run(signal, bindKnown(withoutComments(sql), said));
    return await read();
  } finally {
    for (const view of VIEWS) await database.run(unstoppable(), `drop view if exists ${view}`);
  }
}

/** Put these columns among the attributes of first orders, or of orders: each once, whole or not at all. The tables that they join have to be there. */
export async function withColumns(
  signal: AbortSignal,
  database: Database,
  shop: Shop,
  side: Side,
  columns: readonly Column[],
): Promise<void> {
  const { plan } = shop;
  if (!plan) return;
  for (const column of columns) {
    const key = `${side} ${column.position}`;
    if (shop.columns.has(key)) continue;
    await readingColumn(signal, database, plan, column, () =>
      wholly(signal, database, bindKnown(SIDES[side], { attribute: column.name })),
    );
    shop.columns.add(key);
  }
}

async function wholly(signal: AbortSignal, database: Database, sql: string): Promise<void> {
  await database.run(unstoppable(), 'begin transaction');
  try {
    await database.run(signal, sql);
    signal.throwIfAborted();
    await database.run(unstoppable(), 'commit');
  } catch (error) {
    await database.run(unstoppable(), 'rollback');
    throw error;
  }
}

import type { BridgeFact } from '../../../src/domain/facts';
import anonymousOrders from '../../../src/warehouse/bridge/anonymous_orders.sql?raw';
import customerRefunds from '../../../src/warehouse/bridge/customer_refunds.sql?raw';
import duplicateRows from '../../../src/warehouse/bridge/duplicate_rows.sql?raw';
import earlyRefunds from '../../../src/warehouse/bridge/early_refunds.sql?raw';
import fileRows from '../../../src/warehouse/bridge/file_rows.sql?raw';
import identifiedOrders from '../../../src/warehouse/bridge/identified_orders.sql?raw';
import joinedRows from '../../../src/warehouse/bridge/joined_rows.sql?raw';
import invalidOrders from '../../../src/warehouse/bridge/invalid_orders.sql?raw';
import net from '../../../src/warehouse/bridge/net.sql?raw';
import raggedRows from '../../../src/warehouse/bridge/ragged_rows.sql?raw';
import refundRows from '../../../src/warehouse/bridge/refund_rows.sql?raw';
import saleRows from '../../../src/warehouse/bridge/sale_rows.sql?raw';
import setAsideRows from '../../../src/warehouse/bridge/set_aside_rows.sql?raw';
import validOrders from '../../../src/warehouse/bridge/valid_orders.sql?raw';
import { bind } from '../sql/bind';
import type { Database } from '../host/database';
import { beyondCustomers, orders, partsOfNet, refunds, type Step } from './net-steps';
import { quoteText } from '../sql/quote';

const lines = (where: string): string =>
  `select staged_lines.rule_id, staged_lines.kind, staged_lines.sales as read_as_sales, source.*
   from staged_lines join source on source.row_no = staged_lines.row_no where ${where} order by source.row_no`;

/** Reasons for which a row never comes as far as the staging: such rows are kept with their file and their cells. */
export const OUTSIDE_RULES: readonly string[] = ['unnamed_row', 'left_out', 'copied_table', 'forgotten'];

/** The text that lists the rows set aside for one reason. */
export const asideRows = (rule: string): string =>
  OUTSIDE_RULES.includes(rule)
    ? `select file, row_in_file, cells from rows_outside where rule_id = ${quoteText(rule)} order by file, row_in_file`
    : rule === 'ragged_row'
      ? 'from ragged_rows'
      : lines(`staged_lines.kind = 'set_aside' and staged_lines.rule_id = ${quoteText(rule)}`);

/**
 * The way from the raw file to our number, as steps that can each be run alone: first what the file holds, then
 * what was taken away and why, down to the net of known customers.
 */
export async function bridgeSteps(
  signal: AbortSignal,
  database: Database,
  hasRagged: boolean,
): Promise<Step[]> {
  const aside = await database.rows<{ rule: string }>(
    signal,
    `select rule_id as rule from (
       select rule_id from staged_lines where kind = 'set_aside' union all select rule_id from rows_outside
     ) group by rule_id order by count(*) desc, rule`,
  );
  const [joined] = await database.rows<{ rows: number }>(
    signal,
    'select coalesce(sum(joined_rows), 0) as rows from source_tables',
  );
  const invalid = await database.rows<{ reason: string }>(
    signal,
    'select invalid_reason as reason from orders where not is_valid group by reason order by reason',
  );
  const has = await partsOfNet(signal, database);
  return [
    { id: 'file_rows', kind: 'level', about: null, sql: fileRows, rows: lines('true') },
    ...(hasRagged
      ? [
          {
            id: 'ragged_rows',
            kind: 'minus' as const,
            about: 'ragged_row',
            sql: raggedRows,
            rows: 'from ragged_rows',
          },
        ]
      : []),
    ...aside.map(({ rule }) => ({
      id: 'set_aside_rows',
      kind: 'minus' as const,
      about: rule,
      sql: bind(setAsideRows, { rule }),
      rows: asideRows(rule),
    })),
    ...((joined?.rows ?? 0) > 0
      ? [
          {
            id: 'joined_rows',
            kind: 'minus' as const,
            about: null,
            sql: joinedRows,
            rows: 'select label, role, rows, joined_rows from source_tables where joined_rows > 0 order by table_no',
          },
        ]
      : []),
    { id: 'refund_rows', kind: 'minus', about: null, sql: refundRows, rows: lines(`kind = 'refund'`) },
    { id: 'sale_rows', kind: 'level', about: null, sql: saleRows, rows: lines(`kind = 'sale'`) },
    ...invalid.map(({ reason }) => ({
      id: 'invalid_orders',
      kind: 'minus' as const,
      about: reason,
      sql: bind(invalidOrders, { reason }),
      rows: orders(`invalid_reason = ${quoteText(reason)}`),
    })),
    { id: 'valid_orders', kind: 'level', about: null, sql: validOrders, rows: orders('is_valid') },
    {
      id: 'anonymous_orders',
      kind: 'minus',
      about: null,
      sql: anonymousOrders,
      rows: orders('is_valid and customer_id is null'),
    },
    {
      id: 'identified_orders',
      kind: 'level',
      about: null,
      sql: identifiedOrders,
      rows: orders('is_valid and customer_id is not null'),
    },
    {
      id: 'customer_refunds',
      kind: 'minus',
      about: null,
      sql: customerRefunds,
      rows: refunds('is_of_customer and coalesce(original_on, refunded_on) >= first_ordered_on'),
    },
    ...(has('early')
      ? [
          {
            id: 'early_refunds',
            kind: 'minus' as const,
            about: null,
            sql: earlyRefunds,
            rows: refunds('is_of_customer and coalesce(original_on, refunded_on) < first_ordered_on'),
          },
        ]
      : []),
    {
      id: 'net',
      kind: 'level',
      about: null,
      sql: net,
      rows: 'select * exclude (customer_no, first_row_no) from customers order by net desc, customer_id',
    },
    ...beyondCustomers(has),
  ];
}

/** Run the steps: what each counts. */
export async function countBridge(
  signal: AbortSignal,
  database: Database,
  steps: Step[],
): Promise<BridgeFact[]> {
  // One statement: a small file's time goes into planning. The engine's own way out for decimals is wrong in the last
  // digit; SQL's cast is not.
  const text = steps.map(
    ({ sql }, at) =>
      `select ${at} as at, rows::bigint as rows, orders::bigint as orders, sales::double as sales from (\n${sql.replace(/;\s*$/, '')}\n)`,
  );
  const rows = await database.rows<Pick<BridgeFact, 'rows' | 'orders' | 'sales'> & { at: number }>(
    signal,
    text.join('\nunion all\n'),
  );
  const counts = new Map(rows.map((row) => [row.at, row]));
  return steps.map(({ id, kind, about, sql }, at) => ({
    id,
    kind,
    about,
    rows: counts.get(at)?.rows ?? null,
    orders: counts.get(at)?.orders ?? null,
    sales: counts.get(at)?.sales ?? (kind === 'level' && id !== 'file_rows' ? 0 : null),
    sql,
  }));
}

export type { Step };
export { duplicateRows as duplicateRowsSql };

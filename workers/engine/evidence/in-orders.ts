import type { Field } from '../../../src/domain/choices';
import type { MappingProposal } from '../../../src/domain/mapping';
import type { Database } from '../host/database';
import { keysOf } from './exact-counts';
import type { CountedColumns } from './evidence';
import { rawColumn } from '../reading/reading';

/** Fields of which it matters whether an order's rows repeat them. */
const IN_ORDERS: readonly Field[] = [
  'amount',
  'refund',
  'discount',
  'total',
  'quantity',
  'unit_price',
  'product',
  'sku',
];

/** Whether amounts are the order's and repeated, from its rows: once for each order number that is proposed. */
export async function countOrders(
  signal: AbortSignal,
  database: Database,
  counted: CountedColumns,
  proposal: MappingProposal,
): Promise<boolean> {
  const { fields } = proposal;
  const order = fields.find(({ field }) => field === 'order_id')?.position;
  const id = counted.columns[order ?? -1];
  if (order === undefined || !id || id.distinct >= 0.9 * id.filled) return false;
  const open = fields
    .filter(({ field }) => IN_ORDERS.includes(field))
    .map(({ position }) => position)
    .filter((position) => counted.columns[position]?.in_orders?.order !== order);
  if (open.length === 0) return false;
  const positions = [...new Set(open)];
  const [row = {}] = await database.rows<Record<string, number>>(
    signal,
    countInOrders(keysOf(order, counted, proposal), positions),
  );
  for (const at of positions)
    counted.columns[at]!.in_orders = {
      order,
      orders: row.orders ?? 0,
      repeated: row[`repeated_${at}`] ?? 0,
      first_only: row[`first_only_${at}`] ?? 0,
      filled: row[`some_${at}`] ?? 0,
    };
  return true;
}

/** How the values of columns lie in orders of several rows, over the sample. */
function countInOrders(keys: readonly string[], positions: number[]): string {
  const each = positions.map((at) => {
    const column = rawColumn(at);
    return `count(${column}) as filled_${at}, count(distinct ${column}) as different_${at},
      arg_min(${column} is not null, rowid) as first_${at}, bool_or(regexp_matches(${column}, '[1-9]')) as some_${at}`;
  });
  const sums = positions.map(
    (at) => `count(*) filter (filled_${at} = n and different_${at} = 1) as repeated_${at},
      count(*) filter (filled_${at} = 1 and first_${at}) as first_only_${at},
      count(*) filter (some_${at}) as some_${at}`,
  );
  return `with orders as (select count(*) as n, ${each.join(', ')} from sampled
    where ${keys[0]!} is not null group by ${keys.join(', ')} having count(*) > 1)
    select count(*) as orders, ${sums.join(', ')} from orders`;
}

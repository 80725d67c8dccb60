import netPartsSql from '../../../src/warehouse/bridge/net_parts.sql?raw';
import type { NetPart } from '../../../src/domain/net';
import { bindKnown, type Values } from '../sql/bind';
import type { Database } from '../host/database';
import type { Plan } from '../plan/plan';
import { scoped } from './run-analysis';
import type { Shop } from '../shop';

type Parts = Partial<Record<NetPart, number>>;

/** Counted once for each set of tables and of parameters that decide them. */
const counted = new WeakMap<Plan, Map<string, Parts>>();

/** Of what all net is made up under these checked parameters, whatever the question. */
export async function netParts(
  signal: AbortSignal,
  database: Database,
  { plan }: Shop,
  params: Values,
): Promise<Parts> {
  if (!plan) return {};
  const sql = scoped(bindKnown(netPartsSql, params), params);
  const known = counted.get(plan) ?? new Map<string, Parts>();
  counted.set(plan, known);
  const before = known.get(sql);
  if (before) return before;
  const rows = await database.rows<{ part: NetPart; amount: number }>(signal, sql.trim().replace(/;$/, ''));
  const parts = Object.fromEntries(rows.map(({ part, amount }) => [part, amount])) as Parts;
  known.set(sql, parts);
  return parts;
}

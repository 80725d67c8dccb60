import type { BridgeFact } from '../../../src/domain/facts';
import allNet from '../../../src/warehouse/bridge/all_net.sql?raw';
import anonymousNet from '../../../src/warehouse/bridge/anonymous_net.sql?raw';
import excessRefunds from '../../../src/warehouse/bridge/excess_refunds.sql?raw';
import outsideRefunds from '../../../src/warehouse/bridge/outside_refunds.sql?raw';
import { bind } from '../sql/bind';
import type { Database } from '../host/database';
import { quoteText } from '../sql/quote';

export interface Step {
  id: string;
  kind: BridgeFact['kind'];
  about: string | null;
  sql: string;
  /** The rows behind the step. */
  rows: string;
}

export const refunds = (where: string): string => `select * from refunds where ${where} order by row_no`;
export const orders = (where: string): string =>
  `select * from orders where ${where} order by ordered_at, order_id`;

/** Parts of the way to the net in all that there are in this file. */
const GIVEN_BACK = `select distinct unnest([
    if(is_of_customer and coalesce(original_on, refunded_on) < first_ordered_on, 'early', outside),
    if(excess > 0 and outside is distinct from 'cancelled', 'excess_refunds', null)
  ]) as part
  from refunds
  union
  select 'anonymous_net' from orders where is_valid and customer_id is null`;

/** Which of these parts there are. */
export async function partsOfNet(
  signal: AbortSignal,
  database: Database,
): Promise<(part: string) => boolean> {
  const given = await database.rows<{ part: string }>(signal, GIVEN_BACK);
  return (part) => given.some((one) => one.part === part);
}

/** From the net of known customers to the net in all; nothing where they are the same. */
export function beyondCustomers(has: (part: string) => boolean): Step[] {
  const plus = (id: string, about: string | null, sql: string, rows: string): Step[] =>
    has(about ?? id) ? [{ id, kind: 'plus', about, sql, rows }] : [];
  const outside = (reason: string) =>
    plus(
      'outside_refunds',
      reason,
      bind(outsideRefunds, { reason }),
      refunds(`outside = ${quoteText(reason)}`),
    );
  const steps = [
    ...plus('anonymous_net', null, anonymousNet, orders('is_valid and customer_id is null')),
    ...outside('no_orders'),
    ...outside('nobody'),
    ...plus(
      'excess_refunds',
      null,
      excessRefunds,
      refunds(`excess > 0 and outside is distinct from 'cancelled'`),
    ),
  ];
  if (steps.length === 0) return [];
  const rows = orders(`invalid_reason is distinct from 'cancelled'`);
  return [...steps, { id: 'all_net', kind: 'level', about: null, sql: allNet, rows }];
}

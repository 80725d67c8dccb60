import type { Fact } from '../../../src/domain/facts';
import type { Database } from '../host/database';

const OUTSIDE = `select if(outside = 'not_counted', 'refunds_in_full', 'refunds_outside') as id, count(*) as rows,
    sum(amount - excess)::double as amount
  from refunds where outside in ('not_counted', 'no_orders', 'nobody') group by all
  union all
  select 'refunds_excess', count(*), sum(excess)::double
  from refunds where excess > 0 and outside is distinct from 'cancelled' having count(*) > 0
  order by id desc`;

/** Refunds that customer figures do not hold: those of orders that do not count themselves, those of nobody who has orders here, and what is more than the order. */
export async function refundFacts(signal: AbortSignal, database: Database): Promise<Fact[]> {
  const rows = await database.rows<Pick<Fact, 'id'> & { rows: number; amount: number }>(signal, OUTSIDE);
  return rows.map(({ id, rows, amount }) => ({ id, values: { rows, amount } }));
}

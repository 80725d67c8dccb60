import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { sampleShop } from '../../src/sample/shop';
import { dayNumber, dayText } from '../helpers/oracle-orders';
import { openShop, type OpenShop } from '../helpers/warehouse';

interface Flow {
  customer: string;
  day: string;
  cents: number;
}

/** The same day a year later; a leap day's is the 28th. */
const yearAfter = (day: string): string => {
  const later = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
  return later.endsWith('02-29') ? later.replace('02-29', '02-28') : later;
};

/** The tier of every day, one after the other, and where it changes. */
function naive(flows: readonly Flow[], until: string, silver: number, gold: number): string {
  const days = flows.map(({ day }) => day).sort();
  const changes: string[] = [];
  let before = 'none';
  for (let at = dayNumber(days[0]!); at <= dayNumber(until); at++) {
    const today = dayText(at);
    const net = flows
      .filter(({ day }) => day <= today && today < yearAfter(day))
      .reduce((sum, { cents }) => sum + cents, 0);
    const tier = net <= 0 ? 'none' : net >= gold ? 'gold' : net >= silver ? 'silver' : 'bronze';
    if (tier !== before) changes.push(`${today} ${tier}`);
    before = tier;
  }
  return changes.join(', ');
}

describe('tiers of the sample shop', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop('native', [...sampleShop({ lines: 20_000 }).chunks()].join(''), {
      history: 'complete',
    });
  }, 60_000);

  it('change on the days on which a count of every day finds them changed', async () => {
    const { rows } = await shop.analyse('tiers', { thresholds: '60,180', refunds: 'refund_date' });
    // All that was paid stands on its day, and all that was given back on its own: orders that came back in full are no purchases, but money.
    const flows = await shop.rows<Flow>(
      `with begun as (select customer_id, min(ordered_on) as first_on from orders where is_valid group by customer_id)
       select customer_id as customer, ordered_on::varchar as day, round(sales * 100)::integer as cents
       from orders join begun using (customer_id) where invalid_reason is distinct from 'cancelled' and ordered_on >= first_on
       union all
       select customer_id, refunded_on::varchar, -round(amount * 100)::integer
       from refunds join begun using (customer_id)
       where outside is distinct from 'cancelled' and refunded_on >= first_on and refunded_on <= '${shop.report.as_of}'`,
    );
    const of = new Map<string, Flow[]>();
    for (const flow of flows) of.set(flow.customer, [...(of.get(flow.customer) ?? []), flow]);
    const some = rows.filter((row, at) => at < 40 || at % 50 === 0);
    expect(new Set(some.map(({ tier }) => tier)).size).toBe(4);
    for (const row of some)
      expect(row.history ?? '', String(row.customer)).toBe(
        naive(of.get(String(row.customer))!, shop.report.as_of!, 6000, 18_000),
      );
  }, 60_000);

  it('are lines at the place of the best tenth and the best third, everybody in one tier, and the net that of the year', async () => {
    const { rows } = await shop.analyse('tiers');
    const [all] = await shop.rows<{ n: number }>('select count(*) as n from customers');
    expect(rows.length).toBe(Number(all?.n));
    const nets = rows.map((row) => Number(row.net_12_months)).filter((net) => net > 0);
    const place = (part: number) => nets[Math.ceil(nets.length / part - 1e-9) - 1];
    expect([rows[0]?.gold_from, rows[0]?.silver_from]).toEqual([place(10), place(3)]);
    const inTier = (row: Row) =>
      Number(row.net_12_months) <= 0
        ? 'none'
        : Number(row.net_12_months) >= place(10)!
          ? 'gold'
          : Number(row.net_12_months) >= place(3)!
            ? 'silver'
            : 'bronze';
    for (const row of rows) expect(row.tier).toBe(inTier(row));
    // The tier of 90 days ago is the one that the page says as of that day, by the same lines.
    const thresholds = `${rows[0]?.silver_from},${rows[0]?.gold_from}`;
    const then = dayText(dayNumber(shop.report.as_of!) - 90);
    const before = (await shop.analyse('tiers', { thresholds, as_of: then, refunds: 'refund_date' })).rows;
    const now = (await shop.analyse('tiers', { thresholds, refunds: 'refund_date' })).rows;
    const tierThen = new Map(before.map((row) => [row.customer, row.tier]));
    for (const row of now) {
      expect(row.tier_90_days_ago).toBe(tierThen.get(row.customer ?? null) ?? 'none');
      expect(row.moved === 'new').toBe(!tierThen.has(row.customer ?? null));
    }
  });

  it('the page of a customer has their row', async () => {
    const params = { thresholds: '60,180' };
    const { rows } = await shop.analyse('tiers', params);
    for (const row of rows.slice(0, 3)) {
      const what = { kind: 'customer', part: 'tier', customer: String(row.customer), params } as const;
      const [found] = await shop.listed(what);
      expect(found).toMatchObject({
        tier: row.tier,
        since_on: row.since_on,
        history: row.history,
        gold_from: 180,
      });
    }
  });
});

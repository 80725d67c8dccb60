import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../src/analyses/registry';
import type { EngineErrorFields } from '../../src/engine/errors';
import { openShop, type OpenShop } from '../helpers/warehouse';

/** Who came on which day, and nothing else: 40 members, each in a rhythm of their own. */
function visits(head: string): string {
  const lines = [head];
  for (let member = 1; member <= 40; member++)
    for (let day = member; day < 500; day += 5 + ((member * 7) % 60))
      lines.push(`${new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10)},${member}`);
  return `${lines.join('\n')}\n`;
}

const NEEDS_AMOUNTS = [...analyses.values()].filter(({ needs }) => needs.includes('amounts'));

describe('a file that says no amounts', () => {
  let shop: OpenShop;
  beforeAll(async () => {
    shop = await openShop('native', visits('date,member'), { history: 'complete' });
  });

  it('is opened without a question: orders and customers are counted, and money is unknown, not 0', () => {
    const { report } = shop;
    expect(report.all).toEqual({ orders: report.rows_read, sales: null });
    expect(report.identified).toMatchObject({ customers: 40, sales: null, refunds: null, net: null });
    expect(report.net).toBeNull();
    expect(report.facts.map(({ id }) => id)).toContain('no_amounts');
  });

  it.each([...analyses.keys()])('%s answers without money, or says what it lacks', async (id) => {
    const { needs, columns } = analyses.get(id)!;
    const asked = await shop.analyse(id).catch((error: unknown) => error as EngineErrorFields);
    if ('code' in asked) {
      expect(asked.code).toBe('missing-data');
      if (needs.includes('amounts')) expect(asked.column).toBe('amount');
      else
        expect(
          needs.some((need) => ['products', 'first_orders'].includes(need)),
          asked.message,
        ).toBe(true);
      return;
    }
    expect(needs).not.toContain('amounts');
    const money = columns.filter(({ unit }) => unit === 'money').map(({ name }) => name);
    for (const row of asked.rows) for (const name of money) expect(row[name], name).toBeNull();
  });

  it('a customer’s page says no money either, and neither scores nor tier', async () => {
    const [figures] = await shop.listed({ kind: 'customer', part: 'figures', customer: '1' });
    expect(figures).toMatchObject({ customer: '1', sales: null, refunds: null, net: null, aov: null });
    const [event] = await shop.listed({ kind: 'customer', part: 'timeline', customer: '1' });
    expect(event).toMatchObject({ kind: 'order', amount: null });
    for (const part of ['scores', 'tier'] as const)
      expect(await shop.listed({ kind: 'customer', part, customer: '1' })).toEqual([]);
  });

  it('pages that are about money alone are the ones that say so', () => {
    expect(NEEDS_AMOUNTS.map(({ id }) => id)).toContain('concentration');
    expect(NEEDS_AMOUNTS.map(({ id }) => id)).not.toContain('cohort-retention');
  });
});

describe('a column of numbers that nobody adds up', () => {
  it.each(['date,customer_no', 'date,member', 'order date,client id'])(
    'is not offered as the amount: %s',
    async (head) => {
      const shop = await openShop('native', visits(head), { history: 'complete' });
      expect(shop.inspection.proposal.questions).toEqual([]);
      expect(shop.report.all.sales).toBeNull();
    },
  );

  it('where a column can be the amount it is asked for, with "there is none" among the answers', async () => {
    const text = visits('date,member')
      .split('\n')
      .map((line, i) => (line ? `${line},${i === 0 ? 'points' : (i % 7) * 10}` : line))
      .join('\n');
    const asked = await openShop('native', text).catch((error: unknown) => error as EngineErrorFields);
    if (!('questions' in asked)) throw new Error('nothing was asked');
    const [question] = asked.questions ?? [];
    expect(question?.id).toBe('map.amount');
    expect(question?.options.map(({ value }) => value)).toEqual(['points', '']);
    const none = await openShop('native', text, { history: 'complete', map: { amount: null } });
    expect(none.report.all.sales).toBeNull();
    expect(none.report.all.orders).toBeGreaterThan(400);
  });
});

import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import type { EngineErrorFields } from '../../src/engine/errors';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';

/** Orders of one shop in three currencies, their sums worked out by hand. */
const FILE = `Order ID,Order date,Customer ID,Amount,Currency
1,2024-01-05,K1,10.10,EUR
2,2024-01-06,K2,20.20,EUR
3,2024-01-07,K1,33.33,USD
4,2024-01-08,K3,-3.33,usd
5,2024-02-08,K3,150000,VND
6,2024-02-09,K2,30.00,
`;
const MARKS = `Order ID,Order date,Customer ID,Amount
1,2024-01-05,K1,€10.10
2,2024-01-06,K2,20.20 €
3,2024-01-07,K1,$33.33
4,2024-02-08,K3,€1.00
`;
const aside = ({ report }: OpenShop) =>
  Object.fromEntries(report.set_aside.map(({ rule, rows }) => [rule, rows]));
const facts = ({ report }: OpenShop) => report.facts.map(({ id, values }) => ({ id, ...values }));

describe.each(ENGINES)('several currencies on %s DuckDB', (engine) => {
  const open = (choices: Choices = {}, file = FILE) =>
    openShop(engine, file, { history: 'complete', ...choices });

  it('are asked about where more than one row in a hundred would be set aside, with the rows of each', async () => {
    const asked = (await open().catch((error: unknown) => error)) as EngineErrorFields;
    expect(asked.questions?.map(({ id }) => id)).toEqual(['currency']);
    expect(asked.message).toContain('2 in EUR, 2 in USD, 1 in VND');
    expect(asked.questions?.[0]?.options.map(({ value }) => value)).toEqual(['EUR', 'USD', 'VND', '']);
  });

  it('a few rows of another currency are set aside without asking, and said', async () => {
    const lines = Array.from(
      { length: 200 },
      (_, i) => `${i},2024-01-05,K${i % 9},10.00,${i === 7 ? 'USD' : 'EUR'}`,
    );
    const shop = await open({}, `Order ID,Order date,Customer ID,Amount,Currency\n${lines.join('\n')}\n`);
    expect(shop.report.all).toEqual({ orders: 199, sales: 1990 });
    expect(facts(shop)).toContainEqual({ id: 'other_currency', rows: 1, currency: 'EUR' });
  });

  it('of the buyer say nothing of the amounts: the answer is that all are in one', async () => {
    const shop = await open({ map: { currency: null } });
    expect(shop.report.all.orders).toBe(5);
    expect(shop.report.currencies).toEqual([]);
  });

  it.each([
    ['the head of their column', 'Amount USD', (amount: string) => amount],
    ['the head of their column, in brackets', 'Amount (€)', (amount: string) => amount],
    ['a sign beside each of them', 'Amount', (amount: string) => `£${amount}`],
  ])("beside amounts whose currency is told by %s are the buyer's", async (_, head, written) => {
    const currencies = ['USD', 'EUR', 'GBP', 'VND'];
    const lines = Array.from(
      { length: 40 },
      (_, i) => `${i},2024-01-05,K${i % 9},${written('10.50')},${currencies[i % 4]}`,
    );
    const shop = await open(
      {},
      `Order ID,Order date,Customer ID,${head},Currency Code\n${lines.join('\n')}\n`,
    );
    expect(shop.report.all).toEqual({ orders: 40, sales: 420 });
    expect(shop.report.currency).toBe(head.includes('USD') ? 'USD' : head.includes('€') ? 'EUR' : 'GBP');
    expect(facts(shop)).toContainEqual(
      expect.objectContaining({ id: 'currency_named', column: 'Currency Code' }),
    );
  });

  it('are never added without a rate: the one that was chosen is counted', async () => {
    const shop = await open({ currency: 'EUR' });
    expect(shop.report.currency).toBe('EUR');
    expect(shop.report.all).toEqual({ orders: 3, sales: 60.3 });
    expect(aside(shop)).toEqual({ other_currency: 3 });
    expect(shop.report.currencies).toEqual([
      { currency: 'EUR', rows: 2, rate: null },
      { currency: 'USD', rows: 2, rate: null },
      { currency: 'VND', rows: 1, rate: null },
    ]);
  });

  it('are counted at the rates that were said, exactly; those without a rate stay set aside', async () => {
    const shop = await open({ rates: { EUR: 1, USD: 0.9215 } });
    // 10.10 + 20.20 + 30.00 + 33.33 × 0.9215
    expect(await shop.rows('select sum(sales)::varchar as sales from orders where is_valid')).toEqual([
      { sales: '91.013595' },
    ]);
    expect(await shop.rows('select sum(amount)::varchar as amount from refunds')).toEqual([
      { amount: '3.068595' },
    ]);
    expect(shop.report.currency).toBe('EUR');
    expect(aside(shop)).toEqual({ other_currency: 1 });
    expect(facts(shop)).toContainEqual({ id: 'at_rates', rows: 2, rates: '1 USD = 0.9215 EUR' });
    expect(shop.report.currencies.map(({ rate }) => rate)).toEqual([1, 0.9215, null]);
    expect(shop.report.facts.map(({ id }) => id)).not.toContain('check_failed');
  });

  it('can be counted in any of them, and small rates lose no digit', async () => {
    const shop = await open({ currency: 'USD', rates: { EUR: 1.085, VND: 0.0000394 } });
    // 30.30 × 1.085 + 33.33 + 150,000 × 0.0000394, and 30.00 of no currency as it stands.
    expect(await shop.rows('select sum(sales)::varchar as sales from orders where is_valid')).toEqual([
      { sales: '102.115500000' },
    ]);
    expect(aside(shop)).toEqual({});
    expect(shop.report.currency).toBe('USD');
  });

  it.each<[string, Choices, RegExp]>([
    ['without the counted one', { rates: { USD: 0.92 } }, /has to name the currency that is counted with 1/],
    ['of zero', { rates: { EUR: 1, USD: 0 } }, /has to give USD a number above 0/],
    ['of text', { rates: { EUR: 1, USD: '0.9' as unknown as number } }, /has to give USD a number above 0/],
    ['that contradict', { currency: 'EUR', rates: { EUR: 2, USD: 1 } }, /has to say 1 for EUR/],
  ])('rates %s are refused', async (_, choices, message) => {
    await expect(open(choices)).rejects.toThrow(message);
  });

  it('are told apart by the signs beside the amounts, where no column names them', async () => {
    const asked = (await open({}, MARKS).catch((error: unknown) => error)) as EngineErrorFields;
    expect(asked.questions?.[0]?.options.map(({ value }) => value)).toEqual(['EUR', 'USD']);
    const shop = await open({ currency: 'EUR' }, MARKS);
    expect(shop.report.all).toEqual({ orders: 3, sales: 31.3 });
    expect(aside(shop)).toEqual({ other_currency: 1 });
    expect(shop.report.currencies).toEqual([
      { currency: 'EUR', rows: 3, rate: null },
      { currency: 'USD', rows: 1, rate: null },
    ]);
    const rated = await open({ rates: { EUR: 1, USD: 0.5 } }, MARKS);
    expect(rated.report.all).toEqual({ orders: 4, sales: 47.965 });
  });
});

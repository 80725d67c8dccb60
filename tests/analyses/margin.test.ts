import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { ENGINES, openShop, type EngineName } from '../helpers/warehouse';

const file = new URL('../fixtures/twelve-customers/orders.csv', import.meta.url);
const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
/** What one piece costs the shop, in thousandths. */
const PIECE: Record<string, number> = { Tea: 4100, Coffee: 15_333, Mug: 6000, Sample: 0 };

/** The shop of twelve customers with a column of costs; `of` gives its text from product and pieces. */
function withCosts(name: string, of: (product: string, pieces: number) => string): string {
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return `${line},${of(String(cells[6]), Number(cells[8]))}`;
  });
  return [`${header},${name}`, ...rows].join('\n') + '\n';
}
const thousandths = (amount: number) => (amount / 1000).toFixed(3);
const byPiece = withCosts('Unit cost', (product) => thousandths(PIECE[product]!));
const byLine = withCosts('Cost', (product, pieces) => thousandths(PIECE[product]! * pieces));
const open = (engine: EngineName, csv: string, choices: Choices = {}) =>
  openShop(engine, csv, { history: 'complete', ...choices });

// Customers of January, on paper: 1001 two Tea and a Mug, 1002 Tea, 1003 Coffee, 1005 three Tea: 14.2 + 4.1 + 15.333 + 12.3 = 45.933 of
// 97; 1007 two Coffee: 30.666 of 45; 1014 the same of 50 − 25; 1018 a Mug: 6 of 15; then nothing; 1023 Coffee and 1027 Tea: 19.433 of 35.
const JANUARY = [51.067, 14.334, -5.666, 9, 0, 15.567];

// By month, of all orders: Jan 97 − 45.933. Feb 95 − 15.333 (1006) − 30.666 (1007) − 6 (1008) − 4.1 (1009). Mar 90 − 15.333 (1010) − 15.333
// (1011) − 6 (1012) − 30.666 (1014). Apr 65 − 16.4 (1015) − 4.1 (1016) − 6 (1018). May 65 − 15.333 (1019) − 4.1 (1020) − 12 (1021) − 4.1
// (1022). Jun 105 − 15.333 (1023) − 15.333 (1024) − 8.2 (1025) − 15.333 (1026) − 4.1 (1027).
const MONTHS = [51.067, 38.901, 22.668, 38.5, 29.467, 46.701];

describe.each(ENGINES)('what is left after the cost of goods, on %s DuckDB', (engine) => {
  it.each([
    ['of a piece', byPiece],
    ['of the line', byLine],
  ])('is net less cost, in the cell and so far, where the column holds the cost %s', async (_, csv) => {
    const shop = await open(engine, csv);
    const { rows } = await shop.analyse('cohort-value', {});
    const mine = rows.filter(({ cohort }) => cohort === '2024-01-01');
    expect(mine.map(({ margin }) => margin)).toEqual(JANUARY);
    JANUARY.forEach((_, age) => {
      const soFar = JANUARY.slice(0, age + 1).reduce((sum, margin) => sum + Math.round(margin * 1000), 0);
      expect(mine[age]!.margin_per_customer).toBeCloseTo(JANUARY[age]! / 3, 12);
      expect(mine[age]!.cumulative_margin_per_customer).toBeCloseTo(soFar / 3000, 12);
    });
  });

  it.each([
    ['of a piece', byPiece],
    ['of the line', byLine],
  ])('is net less cost of each month, unknown buyers among them, where the column is %s', async (_, csv) => {
    const shop = await open(engine, csv);
    const { rows } = await shop.analyse('sales');
    expect(rows.map(({ margin }) => margin)).toEqual(MONTHS);
    // In the cash view what was given back leaves March for April; the goods of both months cost what they did.
    const cash = (await shop.analyse('sales', { refunds: 'refund_date' })).rows;
    expect(cash.map(({ net, margin }) => Number(net) - Number(margin))).toEqual(
      rows.map(({ net, margin }) => expect.closeTo(Number(net) - Number(margin), 9)),
    );
  });

  it('pays a customer back where no share of net is given', async () => {
    const shop = await open(engine, byPiece);
    const spend = '2024-01:60';
    const [january] = (await shop.analyse('payback', { spend })).rows;
    expect(january).toMatchObject({ cac: 20, payback_months: 1, watched_months: 4, is_by_cost: true });
    expect(january!.margin_per_customer).toBeCloseTo(68.735 / 3, 12);
    const [half] = (await shop.analyse('payback', { spend, margin: 0.5 })).rows;
    expect(half).toMatchObject({ is_by_cost: false, payback_months: 1 });
    expect(half!.margin_per_customer).toBeCloseTo(182 / 6, 12);
  });
});

describe('a cost that the file does not say', () => {
  it('leaves the margin of its cell open, and of all that come after it in the row; never taken for nothing', async () => {
    const rows = byPiece.split('\n');
    // Order 1007 of K02, in February.
    const at = rows.findIndex((row) => row.startsWith('1007'));
    rows[at] = rows[at]!.replace(/15\.333$/, '');
    const shop = await open('native', rows.join('\n'));
    const mine = (await shop.analyse('cohort-value')).rows.filter(({ cohort }) => cohort === '2024-01-01');
    expect(mine.map(({ margin }) => margin)).toEqual([51.067, null, ...JANUARY.slice(2)]);
    expect(mine.map((row) => row.cumulative_margin_per_customer !== null)).toEqual([
      true,
      ...Array(5).fill(false),
    ]);
    expect((await shop.analyse('payback')).rows[0]).toMatchObject({ is_by_cost: false });
    const months = (await shop.analyse('sales')).rows.map(({ margin }) => margin);
    expect(months).toEqual([MONTHS[0], null, ...MONTHS.slice(2)]);
  });

  it('without a column there is no margin at all', async () => {
    const shop = await open('native', [header, ...lines].join('\n'));
    const { rows } = await shop.analyse('cohort-value');
    const sold = (await shop.analyse('sales')).rows;
    expect([...rows, ...sold].filter(({ margin }) => margin !== null)).toEqual([]);
  });

  it('what a person says of the column stands', async () => {
    const shop = await open('native', byPiece, { cost_of: 'line' });
    const [first] = (await shop.analyse('cohort-value')).rows;
    // Each line once: 4.1 + 6 + 4.1 + 15.333 + 4.1 of 97.
    expect(first!.margin).toBe(63.367);
  });
});

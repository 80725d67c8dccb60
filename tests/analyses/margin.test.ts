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
  });

  it('without a column there is no margin at all', async () => {
    const shop = await open('native', [header, ...lines].join('\n'));
    const { rows } = await shop.analyse('cohort-value');
    expect(rows.filter(({ margin }) => margin !== null)).toEqual([]);
  });

  it('what a person says of the column stands', async () => {
    const shop = await open('native', byPiece, { cost_of: 'line' });
    const [first] = (await shop.analyse('cohort-value')).rows;
    // Each line once: 4.1 + 6 + 4.1 + 15.333 + 4.1 of 97.
    expect(first!.margin).toBe(63.367);
  });
});

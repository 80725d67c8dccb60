import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import type { AnalysisParams } from '../../src/engine/call-contract';
import { dataFile, describeWithData } from '../helpers/data';
import type { Grain } from '../helpers/oracle-periods';
import { firstOrder, payback, products } from '../helpers/recount/goods';
import type { Asked, ATTRIBUTES } from '../helpers/recount/people';
import { superstore, uci, type Books } from '../helpers/recount/rows';
import { sales } from '../helpers/recount/sales';
import { churned, rfm, ruleOfThumb } from '../helpers/recount/standing';
import { openShop, type OpenShop } from '../helpers/warehouse';

/**
 * A count by hand from the rows of two real files, written without the SQL (`helpers/recount`), agrees under
 * filters, periods and days of one's own.
 */

/** A name as the recount writes it; the product shows the blanks of the file. */
const nameOf = (row: object, key: string) => String((row as Row)[key]).replace(/\s+/g, ' ');

/** Every row and no other, with the same figures: counts and texts as they are, fractions and money to 1e-9. */
function compare(found: readonly Row[], counted: readonly object[], key: string, what: string) {
  const rows = new Map(found.map((row) => [nameOf(row, key), row]));
  const keys = counted.map((row) => nameOf(row, key)).sort();
  expect([...rows.keys()].sort(), what).toEqual(keys);
  expect(found.length, what).toBe(counted.length);
  for (const row of counted)
    for (const [name, wanted] of Object.entries(row) as [string, unknown][]) {
      if (name === key) continue;
      const cell = rows.get(nameOf(row, key))?.[name];
      const isSame =
        typeof wanted === 'number' && typeof cell === 'number'
          ? Math.abs(cell - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
          : cell === wanted;
      if (!isSame)
        expect.fail(`${what}: ${name} of ${nameOf(row, key)} is ${String(cell)}, counted ${String(wanted)}`);
    }
}

interface Question {
  what: string;
  id: string;
  /** The column that tells rows apart. */
  key: string;
  params: object;
  count(books: Books, asked: Asked): readonly object[];
}
const first = (by: (typeof ATTRIBUTES)[number], horizon: 90 | 180 | 365, least: number): Question => ({
  what: `first-order by ${by}, ${horizon} days`,
  id: 'first-order',
  key: 'value',
  params: { by, horizon: String(horizon), least },
  count: (books, asked) => firstOrder(books, { ...asked, by, horizon, least }),
});
const sold = (grain: Grain): Question => ({
  what: `sales by ${grain}`,
  id: 'sales',
  key: 'period',
  params: { grain },
  count: (books, asked) => sales(books, { ...asked, grain }),
});
const goods = (least: number): Question => ({
  what: 'products',
  id: 'products',
  key: 'product',
  params: { least },
  count: (books, asked) => products(books, { ...asked, least }),
});
const costs = (spent: Record<string, number>, margin: number): Question => ({
  what: 'payback',
  id: 'payback',
  key: 'cohort',
  params: {
    spend: Object.entries(spent)
      .map(([month, amount]) => `${month}:${amount}`)
      .join(','),
    margin,
  },
  count: (books, asked) => payback(books, { ...asked, spent, margin }),
});
const thumb = (window_days: number, settled_days: number): Question => ({
  what: `rule-of-thumb, ${window_days} days`,
  id: 'rule-of-thumb',
  key: 'orders',
  params: { window_days, settled_days },
  count: (books, asked) => ruleOfThumb(books, { ...asked, window_days, settled_days }),
});
const silent = (days: number): Question => ({
  what: `churned by ${days} days`,
  id: 'churned',
  key: 'customer',
  params: { rule: 'days', days },
  count: (books, asked) => churned(books, { ...asked, days }),
});
const regulars = (window_months: number | null): Question => ({
  what: `rfm over ${window_months} months`,
  id: 'rfm',
  key: 'customer',
  params: { window_months },
  count: (books, asked) => rfm(books, { ...asked, window_months }),
});

const SETS: [name: string, file: string, read: () => Books, questions: Question[], asked: Asked[]][] = [
  [
    'Superstore',
    'superstore/superstore.csv',
    superstore,
    [
      first('category', 90, 5),
      first('product', 180, 5),
      first('Region', 180, 5),
      first('Sub-Category', 90, 5),
      goods(5),
      costs({ '2019-03': 4000, '2019-11': 15000.5, '2021-06': 300 }, 0.4),
      thumb(365, 365),
      thumb(200, 90),
      silent(90),
      silent(250),
      regulars(24),
      ...(['week', 'month', 'quarter', 'year'] as const).map(sold),
    ],
    [
      {},
      { as_of: '2021-08-15' },
      { from: '2020-03-10', to: '2021-10-20' },
      { to: '2022-01-31', as_of: '2022-06-30' },
      { from: '2021-05-05' },
      { customers_who: { category: ['Technology'] } },
      { customers_who: { category: ['Furniture'] }, from: '2020-02-01', to: '2022-02-14' },
      { orders_that: { category: ['Technology'], first_order: 'inside' } },
      { orders_that: { from: '2020-06-01', to: '2022-03-31', first_order: 'inside' } },
      { orders_that: { category: ['Technology'] } },
      { customers_who: { Segment: ['Corporate', 'Home Office'] } },
      { customers_who: { Region: ['West'] }, from: '2020-02-01' },
      { customers_who: { 'Sub-Category': ['Phones'] } },
      { orders_that: { Region: ['West'] } },
      { orders_that: { 'Ship Mode': ['First Class'], first_order: 'inside' } },
      { orders_that: { 'Sub-Category': ['Phones'], to: '2022-01-31' } },
    ],
  ],
  [
    'UCI Online Retail',
    'uci_online_retail/online_retail.csv.gz',
    uci,
    [
      first('country', 90, 3),
      goods(100),
      costs({ '2010-12': 90000, '2011-03': 40000 }, 0.25),
      thumb(365, 120),
      silent(60),
      regulars(6),
      sold('day'),
      sold('month'),
    ],
    [
      {},
      { refunds: 'none', customers_who: { country: ['Germany', 'France'] } },
      { from: '2011-03-05', to: '2011-09-30' },
      { orders_that: { country: ['Germany', 'EIRE'], first_order: 'inside' } },
      { orders_that: { to: '2011-06-30' } },
    ],
  ],
];

describeWithData('counted once more from the rows of the file', () => {
  describe.each(SETS)('%s', (_, file, read, questions, asked) => {
    let shop: OpenShop;
    let books: Books;
    beforeAll(async () => {
      books = read();
      shop = await openShop('native', { path: dataFile('real', file) }, { history: 'complete' });
    }, 60_000);

    it.each(
      questions.flatMap((question) =>
        asked.map((one) => [question.what, JSON.stringify(one), question, one] as const),
      ),
    )('%s, asked %s', async (what, said, { id, key, params, count }, one) => {
      const { rows } = await shop.analyse(id, { ...params, ...one } as AnalysisParams);
      compare(rows, count(books, one), key, `${what} ${said}`);
    });
  });
});

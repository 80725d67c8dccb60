import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { dataFile, describeWithData } from '../helpers/data';
import { compareCells, compareTotals, expectedOf, near, variantOf } from '../helpers/expected';
import { ENGINES, openShop, type EngineName } from '../helpers/warehouse';

const open = (engine: EngineName, folder: string, files: string[], choices: Choices = {}) =>
  openShop(
    engine,
    files.map((file) => ({ path: dataFile('real', folder, file) })),
    { history: 'complete', ...choices },
  );

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  describeWithData('Maven Fuzzy Factory, refunds in a second file', () => {
    const folder = 'maven_fuzzy_factory';
    it.each([
      [['orders.csv', 'order_item_refunds.csv'], 34_044],
      [['order_item_refunds.csv', 'products.csv', 'order_items.csv', 'orders.csv'], 74_073],
    ])('gives every published cell of %j', async (files, rows_in) => {
      const expected = { ...expectedOf(folder), rows_in };
      const shop = await open(engine, folder, files, { valid: { fully_refunded: 'keep' } });
      expect(shop.inspection.proposal.questions).toEqual([]);
      compareTotals(shop, expected, variantOf(expected, 'gross'));
      near(shop.report.identified.refunds, 85_338.69, 'refunds');
      near(shop.report.identified.net, 1_853_171.06, 'net');
      expect(await compareCells(shop, variantOf(expected, 'gross'), { refunds: 'none' })).toBe(703);
      // Refunds go on for some days after the last order; the published month holds all of its own.
      const net = { refunds: 'refund_date', as_of: '2015-03-31' };
      expect(await compareCells(shop, variantOf(expected, 'net'), net)).toBe(703);
    });
  });

  describeWithData('the Superstore workbook, returned orders on a sheet of their own', () => {
    const workbook = { path: dataFile('real/superstore/Sample-Superstore.xls') };

    it('leaves the orders out that came back, as published', async () => {
      const expected = { ...expectedOf('superstore'), rows_in: 9_994 + 296 + 4 };
      const shop = await openShop(engine, workbook, { history: 'complete' });
      expect(shop.inspection.tables.map(({ sheet, role }) => [sheet, role])).toEqual([
        ['Orders', 'orders'],
        ['Returns', 'refunds'],
        ['People', 'ignore'],
      ]);
      expect(shop.inspection.tables[1]).toMatchObject({
        rows: 296,
        join: { column: 'Order ID', to: 'Sample-Superstore.xls: Orders', rows: 296, found: 296 },
        refund: { amount: null },
      });
      compareTotals(shop, expected, variantOf(expected, 'without_returns'));
      expect(await compareCells(shop, variantOf(expected, 'without_returns'), {})).toBe(1_147);
    });

    it('counts every order as published where returns are kept', async () => {
      const expected = { ...expectedOf('superstore'), rows_in: 9_994 + 296 + 4 };
      const choices = { history: 'complete', valid: { fully_refunded: 'keep' } } as const;
      const shop = await openShop(engine, workbook, choices);
      compareTotals(shop, expected, variantOf(expected, 'all'));
      expect(await compareCells(shop, variantOf(expected, 'all'), { refunds: 'none' })).toBe(1_123);
    });
  });

  describeWithData('the AdventureWorks zip of parts without a header', () => {
    const zip = { path: dataFile('real/adventureworks/orders.zip') };
    const map = { date: 2, order_id: 0, email: 4, product: 5, quantity: 6, unit_price: 7, tax: 8 };
    it.each<[string, Choices]>([
      ['ex_tax', {}],
      ['inc_tax', { tax: 'in' }],
      ['by_name', { map: { ...map, email: null, customer: 3 } }],
    ])('gives all 465 published cells %s', async (name, choices) => {
      const expected = expectedOf('adventureworks');
      const shop = await openShop(engine, zip, { history: 'complete', map, ...choices });
      expect(shop.report.files.map(({ member, role, rows }) => [member, role, rows])).toEqual([
        ['2019.csv', 'orders', 1_201],
        ['2020.csv', 'part', 2_733],
        ['2021.csv', 'part', 28_784],
      ]);
      compareTotals(shop, expected, variantOf(expected, name));
      expect(await compareCells(shop, variantOf(expected, name), {})).toBe(465);
    });
  });

  describeWithData('the Northwind file, with a discount rate and freight on every line', () => {
    it('gives every published cell', async () => {
      const expected = expectedOf('northwind');
      const shop = await open(engine, 'northwind', ['order_lines.csv']);
      compareTotals(shop, expected, variantOf(expected, 'lines'));
      expect(await compareCells(shop, variantOf(expected, 'lines'), {})).toBe(252);
    });

    it('counts freight once an order', async () => {
      const shop = await open(engine, 'northwind', ['order_lines.csv'], { shipping: 'in' });
      near(shop.report.identified.sales, 1_265_793.0395 + 64_942.69, 'sales with freight');
      const [freight] = await shop.rows<{ sum: number }>(
        'select sum(shipping)::double as sum from order_lines',
      );
      near(freight?.sum, 64_942.69, 'freight');
    });
  });

  describeWithData('the pizza files, a price list and nobody named', () => {
    it('shows sales from price times quantity and refuses cohorts', async () => {
      const files = ['order_details.csv', 'orders.csv', 'pizza_types.csv', 'pizzas.csv'];
      const shop = await open(engine, 'pizza', files);
      const { report } = shop;
      expect(report.all.orders).toBe(21_350);
      near(report.all.sales, 817_860.05, 'sales');
      expect(report.files.map(({ role }) => role)).toEqual(['lines', 'orders', 'products', 'products']);
      expect(report.rows_read).toBe(48_620 + 21_350 + 32 + 96);
      const refused = await shop.analyse('cohort-retention').catch((error: unknown) => error);
      expect(refused).toBeInstanceOf(EngineError);
      expect(refused).toMatchObject({ code: 'missing-data', column: 'customer' });
    });
  });

  describeWithData('days of the UCI file, one file each', () => {
    const days = ['2010-12-01.csv', '2010-12-02.csv', '2011-09-26.csv', '2011-12-09.csv'];
    const folder = 'uci_online_retail/by-day-sample';

    it('are one file, and the same as the days in the whole file', async () => {
      const shop = await open(engine, folder, days);
      expect(shop.report.files.map(({ role, rows }) => [role, rows])).toEqual([
        ['orders', 3_108],
        ['part', 2_109],
        ['part', 1_554],
        ['part', 1_632],
      ]);
      expect(shop.report.rows_read).toBe(8_403);
      const [{ files } = { files: '' }] = await shop.rows<{ files: string }>(
        `select string_agg(distinct file, ' ' order by file) as files from source`,
      );
      expect(files.split(' ')).toEqual(days);
      const figures = (report: typeof shop.report) => [report.all, report.identified, report.anonymous];
      const parts = figures(shop.report);
      const whole = await wholeDays(engine, days);
      expect(parts).toEqual(figures(whole));
    });

    it('count once where two files overlap', async () => {
      const text = (file: string) => readFileSync(dataFile('real', folder, file), 'utf8');
      const [first, second] = [text(days[0]!), text(days[1]!)];
      const [header, ...rows] = second.trimEnd().split('\n');
      const both = `${first}${rows.slice(0, 700).join('\n')}\n`;
      const rest = `${header}\n${rows.slice(500).join('\n')}\n`;
      const overlapping = [new File([both], 'a.csv'), new File([rest], 'b.csv')];
      const apart = await open(engine, folder, days.slice(0, 2));
      const { report: expected } = apart;
      const { report } = await openShop(engine, overlapping, { history: 'complete' });
      expect([report.all, report.identified]).toEqual([expected.all, expected.identified]);
      expect(report.set_aside).toContainEqual({ rule: 'overlap', rows: 200 });
      expect(report.rows_read).toBe(expected.rows_read + 200);
    });
  });
});

/** The report of the same days cut out of one text. */
async function wholeDays(engine: EngineName, days: string[]) {
  const texts = days.map((day) =>
    readFileSync(dataFile('real/uci_online_retail/by-day-sample', day), 'utf8').trimEnd().split('\n'),
  );
  const lines = [texts[0]![0]!, ...texts.flatMap((rows) => rows.slice(1))];
  const { report } = await openShop(engine, `${lines.join('\n')}\n`, { history: 'complete' });
  return report;
}

import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { dataFile, describeWithData } from '../helpers/data';
import { compareCells, compareTotals, expectedOf, near, variantOf } from '../helpers/expected';
import { ENGINES, openShop, type EngineName } from '../helpers/warehouse';

const open = (engine: EngineName, file: string, choices: Choices) =>
  openShop(engine, { path: dataFile('real', file) }, { history: 'complete', ...choices });

describe.each(ENGINES)('on %s DuckDB', (engine) => {
  describeWithData('the UCI file', () => {
    const file = 'uci_online_retail/online_retail.csv.gz';

    it('gives the published totals, which count the gift vouchers that were sold; without any choice these are out', async () => {
      const usual = await openShop(engine, { path: dataFile('real', file) });
      const out = usual.report.set_aside.find(({ rule }) => rule === 'gift_card');
      near(usual.report.all.sales, 10_666_684.54 - 769.136, 'all sales without gift vouchers');
      near(usual.report.identified.sales, 8_911_407.904, 'sales');
      expect(out?.rows).toBe(32);
      const { report } = await openShop(engine, { path: dataFile('real', file) }, { gift_cards: 'in' });
      expect(report.rows_read).toBe(541_909);
      expect(report.all.orders).toBe(19_960);
      near(report.all.sales, 10_666_684.54, 'all sales');
      expect(report.identified).toMatchObject({ customers: 4_338, orders: 18_532 });
      near(report.identified.sales, 8_911_407.904, 'sales');
      near(report.identified.refunds, 600_930.85, 'refunds');
      near(report.identified.net, 8_310_477.054, 'net');
      near(report.anonymous.orders, 19_960 - 18_532, 'anonymous orders');
      const rule = (id: string) => report.rule_counts.find((one) => one.rule === id)?.rows;
      expect(rule('exact_duplicate')).toBe(expectedOf('uci_online_retail').duplicate_rows);
    });

    it('gives all 91 published cells, gross and after refunds on their own date', async () => {
      const expected = expectedOf('uci_online_retail');
      const shop = await open(engine, file, {});
      compareTotals(shop, expected, variantOf(expected, 'gross'));
      expect(await compareCells(shop, variantOf(expected, 'gross'), { refunds: 'none' })).toBe(91);
      expect(await compareCells(shop, variantOf(expected, 'net'), { refunds: 'refund_date' })).toBe(91);
    });

    it('gives all 91 published cells without the rows that repeat another', async () => {
      const expected = expectedOf('uci_online_retail');
      const shop = await open(engine, file, { rules: { exact_duplicate: 'drop' } });
      compareTotals(shop, expected, variantOf(expected, 'gross_dedup'));
      expect(await compareCells(shop, variantOf(expected, 'gross_dedup'), { refunds: 'none' })).toBe(91);
    });
  });

  describeWithData('the CDNOW file, cut into cells by blanks', () => {
    it.each([
      ['row', 'row_is_order'],
      ['customer_day', 'customer_day_is_order'],
    ] as const)('gives all 51 published cells where an order is a %s', async (order_grain, name) => {
      const expected = expectedOf('cdnow');
      const shop = await open(engine, 'cdnow/CDNOW_master.txt', { order_grain, valid: { zero_net: 'keep' } });
      compareTotals(shop, expected, variantOf(expected, name));
      expect(await compareCells(shop, variantOf(expected, name), {})).toBe(51);
    });
  });

  describeWithData('the AdventureWorks file', () => {
    it.each<[string, Choices]>([
      ['ex_tax', {}],
      ['inc_tax', { tax: 'in' }],
      ['by_name', { map: { customer: 'CustomerName' } }],
    ])('gives all 465 published cells %s', async (name, choices) => {
      const expected = expectedOf('adventureworks');
      const shop = await open(engine, 'adventureworks/sales.csv', choices);
      compareTotals(shop, expected, variantOf(expected, name));
      expect(await compareCells(shop, variantOf(expected, name), {})).toBe(465);
    });
  });

  describeWithData('the Tmall file, which does not say who bought', () => {
    it('is refused cohorts by the name of the missing column, and its sales still show', async () => {
      const shop = await open(engine, 'tmall/tmall_order_report_excel_resaved.csv', {});
      for (const id of ['cohort-retention', 'cohort-value']) {
        const refused = await shop.analyse(id).catch((error: unknown) => error);
        expect(refused).toBeInstanceOf(EngineError);
        expect(refused).toMatchObject({ code: 'missing-data', column: 'customer' });
        expect((refused as EngineError).message).toMatch(/column that says who bought/);
      }
      const { report } = shop;
      // Counted in Python's exact decimals over the paid column (1,902,487.15 on 28,010 rows), less the orders for
      // nothing and those paid back in full.
      expect(report.all.orders).toBe(18_711);
      near(report.all.sales, 1_890_949.16, 'sales');
      expect(report.identity_coverage).toEqual({ orders: 0, net: 0 });
      expect(report.identified).toMatchObject({ customers: 0, orders: 0, sales: 0 });
      expect(report.anonymous).toEqual(report.all);
      expect(report.facts.map(({ id }) => id)).toContain('no_customers');
    });
  });
});

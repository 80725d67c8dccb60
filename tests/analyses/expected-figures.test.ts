import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { dataFile, describeWithData } from '../helpers/data';
import { expectedOf, near, variantOf } from '../helpers/expected';
import { compareChurned, compareRfm, type PublishedChurn } from '../helpers/expected-churn';
import {
  compareGaps,
  compareMonths,
  compareRepeats,
  compareSales,
  compareTop,
  type PublishedFigures,
} from '../helpers/expected-figures';
import { openShop } from '../helpers/warehouse';

/** Figures that pandas and R computed from the same files, by parameters alone. */
type Case = [set: string, variant: string, files: string[], choices: Choices, months: number];

const maven = ['maven_fuzzy_factory/orders.csv', 'maven_fuzzy_factory/order_item_refunds.csv'];
const uci = ['uci_online_retail/online_retail.csv.gz'];
const adventure = ['adventureworks/sales.csv'];
const cdnow = ['cdnow/CDNOW_master.txt'];
const workbook = ['superstore/Sample-Superstore.xls'];
const keep: Choices = { valid: { zero_net: 'keep' } };

const cases: Case[] = [
  ['uci_online_retail', 'gross', uci, {}, 13],
  ['uci_online_retail', 'gross_dedup', uci, { rules: { exact_duplicate: 'drop' } }, 13],
  ['cdnow', 'row_is_order', cdnow, { order_grain: 'row', ...keep }, 18],
  ['cdnow', 'customer_day_is_order', cdnow, { order_grain: 'customer_day', ...keep }, 18],
  ['adventureworks', 'ex_tax', adventure, {}, 30],
  ['adventureworks', 'inc_tax', adventure, { tax: 'in' }, 30],
  ['adventureworks', 'by_name', adventure, { map: { customer: 'CustomerName' } }, 30],
  ['maven_fuzzy_factory', 'gross', maven, { valid: { fully_refunded: 'keep' } }, 37],
  ['superstore', 'all', workbook, { valid: { fully_refunded: 'keep' } }, 48],
  ['superstore', 'without_returns', workbook, {}, 48],
  ['northwind', 'lines', ['northwind/order_lines.csv'], {}, 23],
];

const published = (set: string, variant: string) =>
  variantOf(expectedOf(set), variant) as unknown as PublishedFigures & PublishedChurn;
const open = (files: string[], choices: Choices) =>
  openShop(
    'native',
    files.map((file) => ({ path: dataFile('real', file) })),
    { history: 'complete', ...choices },
  );

describeWithData('published figures', () => {
  it.each(cases)(
    '%s, %s: second orders, months, days between, top 20 %%, RFM, who left',
    async (set, name, files, choices, months) => {
      const variant = published(set, name);
      const shop = await open(files, choices);
      await compareRepeats(shop, variant);
      expect(await compareMonths(shop, variant)).toBe(months);
      await compareSales(shop, variant);
      await compareGaps(shop, variant);
      await compareTop(shop, variant, { refunds: 'none' });
      await compareRfm(shop, variant, { refunds: 'none' });
      await compareChurned(shop, variant);
    },
  );

  it.each<[string, string[], Choices, string]>([
    ['uci_online_retail', uci, {}, 'refund_date'],
    // Refunds go on for some days after the last order; on the order's date all of them count.
    ['maven_fuzzy_factory', maven, { valid: { fully_refunded: 'keep' } }, 'original_order'],
  ])('%s after refunds: top 20 %%, RFM, who left', async (set, files, choices, refunds) => {
    const [shop, variant] = [await open(files, choices), published(set, 'net')];
    await compareTop(shop, variant, { refunds });
    await compareRfm(shop, variant, { refunds });
    await compareChurned(shop, variant);
  });
});

describeWithData('the CDNOW sample of 2,357 customers', () => {
  const sample = () =>
    openShop(
      'native',
      { path: dataFile('stats', 'cdnow_sample_log.csv') },
      {
        ...keep,
        history: 'complete',
        order_grain: 'row',
        map: { date: 'date', customer: 'customer_id', amount: 'revenue', quantity: null },
      },
    );

  it('has the return curve of R survival', async () => {
    const { kaplan_meier_R_survival: curves } = JSON.parse(
      readFileSync(dataFile('stats', 'shared_reference.json'), 'utf8'),
    ) as {
      kaplan_meier_R_survival: {
        cdnow_second_purchase_days: Record<'t' | 'S' | 'loglog_lo' | 'loglog_hi', number[]>;
      };
    };
    const { t, S, loglog_lo: low, loglog_hi: high } = curves.cdnow_second_purchase_days;
    const { rows } = await (await sample()).analyse('order-gaps', { as_of: '1998-06-30' });
    const first = rows.find(({ order_number }) => order_number === 1)!;
    expect([first.customers, first.returned, first.km_median_days]).toEqual([2357, 1139, null]);
    for (const days of [7, 365]) {
      const at = t.indexOf(days);
      expect(Math.abs(Number(first[`back_${days}`]) - (1 - S[at]!))).toBeLessThan(1e-9);
      expect(Math.abs(Number(first[`low_${days}`]) - (1 - high[at]!))).toBeLessThan(1e-9);
      expect(Math.abs(Number(first[`high_${days}`]) - (1 - low[at]!))).toBeLessThan(1e-9);
    }
    const [all] = rows;
    expect([all?.returned, all?.raw_median_days]).toEqual([4339, 34]);
    near(Math.round(Number(all?.raw_mean_days) * 1000) / 1000, 70.861, 'mean gap');
  });

  it('has the published Gini coefficient and top shares', async () => {
    const shop = await sample();
    const [top] = (await shop.analyse('concentration', { share: 0.1 })).rows;
    expect([top?.customers, top?.top_n]).toEqual([2357, 236]);
    near(top?.net, 244_091.94, 'net');
    const six = (value: unknown) => Math.round(Number(value) * 1e6) / 1e6;
    expect([six(top?.gini), six(top?.top_share), six(top?.top_20_share)]).toEqual([
      0.630917, 0.50807, 0.67455,
    ]);
  });
});

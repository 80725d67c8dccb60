import { expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { dataFile, describeWithData } from '../helpers/data';
import { judgedLine, purchaseDays } from '../helpers/oracle-lapse';
import { dayText } from '../helpers/oracle-orders';
import { fileOf, openShop } from '../helpers/warehouse';

/** Every real set that says who bought: its line, how it was found, and whether the same rule was right about the past. */
const CDNOW = { valid: { zero_net: 'keep' }, order_grain: 'row' } as const;
const SETS: [name: string, files: string[], choices: Choices][] = [
  ['AdventureWorks', ['adventureworks/sales.csv'], {}],
  ['CDNOW', ['cdnow/CDNOW_master.txt'], CDNOW],
  [
    'Maven Fuzzy Factory',
    ['orders', 'order_items', 'order_item_refunds', 'products'].map(
      (name) => `maven_fuzzy_factory/${name}.csv`,
    ),
    {},
  ],
  ['Northwind', ['northwind/order_lines.csv'], {}],
  ['Superstore', ['superstore/superstore.csv'], {}],
  ['UCI Online Retail', ['uci_online_retail/online_retail.csv.gz'], {}],
];

describeWithData('on real files', () => {
  it('the line and its check are those of a naive count, and no line stands of which over a fifth came back', async () => {
    const lines = [
      '| set | found by | reason | customers | at risk | gone after | checked on | called gone | came back | share |',
      '|---|---|---|---|---|---|---|---|---|---|',
    ];
    for (const [name, files, choices] of SETS) {
      const sources = files.map((file) => fileOf({ path: dataFile('real', file) }));
      const shop = await openShop('native', sources, { history: 'complete', ...choices });
      const { people, asOf, startsOn } = await purchaseDays(shop);
      const { line, check } = judgedLine(people, asOf, startsOn);
      const lapse = (await shop.analyse('churned')).provenance.lapse!;
      const { found_by, at_risk_days, lapse_days, customers } = lapse;
      expect({ found_by, at_risk_days, lapse_days, customers }, name).toEqual(line);
      expect(lapse.check, name).toEqual({ ...check, on: dayText(check.on) });
      const { called_gone: gone, came_back: back } = check;
      if (gone >= 30 && back > 0.2 * gone) expect(found_by, name).toBe('none');
      const share = gone > 0 ? `${((100 * back) / gone).toFixed(1)}%` : '–';
      lines.push(
        `| ${[name, found_by, lapse.reason ?? '–', customers, at_risk_days ?? '–', lapse_days ?? '–', lapse.check.on, gone, back, share].join(' | ')} |`,
      );
    }
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('lapse-real.md');
  }, 120_000);
});

import { it } from 'vitest';
import { dataFile } from '../helpers/data';
import { openShop } from '../helpers/warehouse';
import { sampleFileName, sampleShop } from '../../src/sample/shop';
const sets: [string, string[], any][] = [
  ['sample', [], {}],
  ['uci', ['uci_online_retail/online_retail.csv.gz'], {}],
];
it.each(sets)('%s', async (name, files, choices) => {
  const src: any = files.length ? files.map((f) => ({ path: dataFile('real', f) })) : [...sampleShop().chunks()].join('');
  const shop = await openShop('native', src, choices);
  for (const [id, params] of [['rfm', {}], ['lapse', {}], ['churned', {}], ['churn-rate', {}], ['overdue', {}], ['churn-segments', {}], ['cost-of-churn', { margin: 0.3 }]] as const) {
    const t = performance.now();
    const a = await shop.analyse(id, params);
    const ms = Math.round(performance.now() - t);
    console.log(name, id, a.rows.length, ms + 'ms', JSON.stringify(a.rows[0]));
    if (id === 'lapse') { const h = a.rows[0]!; for (const d of [0, 30, 60, 90, 120, 180, 240, 300, 365, 450]) { const r = a.rows[d]; if (r) console.log(d, r.spells, r.return_rate, r.is_at_risk, r.is_lapsed);} }
    if (id === 'rfm') { const g: any = {}; for (const r of a.rows) g[String(r.group)] = (g[String(r.group)] ?? 0) + 1; console.log(g); }
    if (id === 'churned') { const g: any = {}; for (const r of a.rows) { const k = String(r.status); g[k] ??= [0, 0]; g[k][0]++; g[k][1] += r.net_12_months;  } console.log(g); }
    if (id === 'churn-segments') console.log(a.rows.slice(0, 8).map((r) => JSON.stringify(r)).join('\n'));
    if (id === 'cost-of-churn') console.log(a.rows.map((r) => JSON.stringify(r)).join('\n'));
    if (id === 'overdue') console.log(a.rows.filter((r) => Number(r.overdue) > 2).length, a.rows.filter((r) => Number(r.overdue) > 2 && !r.is_lapsed).length);
    if (id === 'churn-rate') console.log(a.rows.slice(-8).map((r) => `${r.period} ${r.active_at_start} ${r.lost} ${r.reactivated} ${Number(r.rate).toFixed(3)} ${r.is_provisional}`).join('\n'));
  }
}, 100000);

import { describe, expect, it } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { DEFINITIONS } from '../../src/domain/definitions';
import type { Row } from '../../src/domain/table';
import { decode } from '../../src/engine/decode';
import { dataFile, describeWithData } from '../helpers/data';
import { curveAt, horizonOf, purchaseDays, waitsOf, type Days } from '../helpers/oracle-lapse';
import { dayNumber } from '../helpers/oracle-orders';
import { ENGINES, openShop, type OpenShop } from '../helpers/warehouse';

/** What version 1 of the definitions made of a file, and what is made of it now. */
async function readings(shop: OpenShop): Promise<Map<string, Row>> {
  const table = await shop.api.rowsOf(new AbortController().signal, { kind: 'earlier_readings' }, 10);
  return new Map(decode(table).rows.map((row) => [String(row.figure), row]));
}
const pair = (row: Row | undefined) => [row?.earlier_value ?? null, row?.now_value ?? null];

/** Version 1 in plain loops: every silence weighs one, and where the curve does not fall the 80th percentile of all waits is the line. */
function oldLine(people: readonly Days[], asOf: number, startsOn: number): number | null {
  const horizon = horizonOf(asOf, startsOn);
  const rateOn = (day: number) => {
    const { spells, returned } = curveAt(people, asOf, day, horizon);
    return { spells, rate: spells >= 30 || (day === 0 && spells > 0) ? returned / spells : null };
  };
  const first = rateOn(0);
  for (let day = 0; first.spells >= 100 && day <= asOf - startsOn; day++) {
    const { rate, spells } = rateOn(day);
    if (spells === 0) break;
    if (rate !== null && rate < 0.2 * first.rate! - 1e-12) return day - 1;
  }
  return waitsOf(people, asOf).p80;
}
const goneBy = (people: readonly Days[], asOf: number, line: number | null) =>
  people.filter((days) => line !== null && asOf - days.at(-1)! > line).length;

describe.each(ENGINES)('small shops on %s DuckDB', (engine) => {
  const open = (rows: string[], choices: Choices = {}) =>
    openShop(engine, `order_id,customer_id,order_date,amount\n${rows.join('\n')}\n`, {
      history: 'complete',
      ...choices,
    });

  it('of which nothing is read otherwise have no rows', async () => {
    const shop = await open(['1,a,2024-01-05,10.00', '2,b,2024-02-05,10.00', '3,a,2024-03-05,10.00']);
    expect([...(await readings(shop))]).toEqual([]);
  });

  it('cash: an order that came back in full stands in its month now, and what was given back in its own', async () => {
    // a: 100, of which 30 came back. b: 60, which came back in full, and 50.
    const shop = await open([
      ...['1,a,2024-01-05,100.00', 'C1,a,2024-02-05,-30.00'],
      ...['2,b,2024-01-09,60.00', 'C2,b,2024-03-09,-60.00', '3,b,2024-03-01,50.00'],
    ]);
    // January: 100, now 160; February: −30; March: 50, now −10. Of two that moved alike the earlier is named.
    const row = (await readings(shop)).get('cash_month');
    expect([row?.now_day, ...pair(row)]).toEqual(['2024-01-01', 100, 160]);
  });

  it('occasion: two orders of one day are a second order, or with `day` none', async () => {
    const rows = ['1,a,2024-01-05,10.00', '2,a,2024-01-05,10.00', '3,b,2024-02-05,10.00'];
    expect((await readings(await open(rows))).has('repeat_rate')).toBe(false);
    expect(pair((await readings(await open(rows, { occasion: 'day' }))).get('repeat_rate'))).toEqual([
      0.5, 0,
    ]);
  });
});

it('the version is raised, and stands in every answer', async () => {
  const shop = await openShop('native', 'order_id,customer_id,order_date,amount\n1,a,2024-01-05,10.00\n');
  expect(DEFINITIONS).toBe(2);
  expect((await shop.analyse('overview')).provenance.definitions).toBe(DEFINITIONS);
});

describeWithData('files of the data folder', () => {
  const open = (...names: string[]) =>
    openShop(
      'native',
      names.map((name) => ({ path: dataFile(name) })),
      { history: 'complete' },
    );

  it('one stray order: the last complete day, and whoever was called gone by it', async () => {
    const shop = await open('edge/stray.csv');
    const row = (await readings(shop)).get('as_of');
    expect([row?.earlier_day, row?.now_day]).toEqual([shop.report.to, shop.report.as_of]);
    expect(shop.report.to).not.toBe(shop.report.as_of);
  });

  it.each([
    ['never_leave', ['edge/never_leave.csv']],
    ['northwind', ['real/northwind/order_lines.csv']],
    ['cdnow', ['real/cdnow/CDNOW_master.txt']],
  ])('%s: the line and whom it called gone, as counted in plain loops', async (_, names) => {
    const shop = await open(...names);
    const { people, startsOn } = await purchaseDays(shop);
    const end = dayNumber(shop.report.to!);
    const before = oldLine(people, end, startsOn);
    const { lapse } = (await shop.analyse('churned')).provenance;
    const now = lapse!.lapse_days;
    const found = await readings(shop);
    expect(found.has('lapse_days')).toBe(before !== now);
    if (before !== now) expect(pair(found.get('lapse_days'))).toEqual([before, now]);
    const gone = [goneBy(people, end, before), goneBy(people, dayNumber(shop.report.as_of!), now)];
    expect(found.has('gone')).toBe(gone[0] !== gone[1]);
    if (gone[0] !== gone[1]) expect(pair(found.get('gone'))).toEqual(gone);
    if (_ === 'never_leave') expect([gone[0]! > 0, gone[1]]).toEqual([true, 0]);
  });
});

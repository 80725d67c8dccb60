import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Row } from '../../src/domain/table';
import { dataFile, describeWithData } from '../helpers/data';
import { dayNumber, dayText } from '../helpers/oracle-orders';
import { periodsBetween, type OwnCalendar, type OwnGrain } from '../helpers/own-calendar';
import { churn, cohorts, growth, retention, sales, walk, type Bought } from '../helpers/own-periods';
import { random } from '../helpers/seeded';
import { openShop, type OpenShop } from '../helpers/warehouse';

/**
 * Growth, sales, cohorts, retention and churn by week, quarter and year against a walk from day to day, whatever
 * weeks, years and days begin with.
 */

const PLAIN: OwnCalendar = { week_start: 1, fiscal_year_start: 1, day_ends_at: 0 };
const SETTINGS: OwnCalendar[] = [
  PLAIN,
  { week_start: 7, fiscal_year_start: 4, day_ends_at: 4 },
  { week_start: 3, fiscal_year_start: 12, day_ends_at: 6 },
  { week_start: 6, fiscal_year_start: 2, day_ends_at: 1 },
];
const GRAINS: readonly OwnGrain[] = ['week', 'quarter', 'year'];
/** By how many periods the year before is earlier. */
const OF_YEAR = { week: 52, month: 12, quarter: 4, year: 1 };
const SILENT = 60;

/** The columns that were counted, of the rows as they were answered; money and counts are exact. */
const pick = (rows: readonly Row[], counted: readonly object[]) =>
  rows.map((row) => Object.fromEntries(Object.keys(counted[0] ?? {}).map((name) => [name, row[name]])));

async function recount(shop: OpenShop, bought: readonly Bought[], own: OwnCalendar, grain: OwnGrain) {
  const walked = walk(bought, grain, own);
  const money = { grain, refunds: 'none' as const };
  const asked = async (id: string, params: object, counted: readonly object[]) => {
    const { rows } = await shop.analyse(id, { ...params });
    expect(pick(rows, counted), `${id} by ${grain}, ${JSON.stringify(own)}`).toEqual(counted);
  };
  await asked('growth', money, growth(walked));
  await asked('sales', money, sales(walked, OF_YEAR[grain]));
  await asked('retention-rate', { grain, active_days: 'period' }, retention(walked, 0));
  await asked('retention-rate', { grain, active_days: 120 }, retention(walked, 120));
  await asked('churn-rate', { grain, rule: 'days', days: SILENT }, churn(walked, SILENT));
  const cells = cohorts(walked);
  const keyed = (rows: readonly Row[]) => rows.map((row) => ({ ...row, key: `${row.cohort} ${row.age}` }));
  const retained = await shop.analyse('cohort-retention', { grain, clock: 'calendar', mode: 'in_period' });
  const worth = await shop.analyse('cohort-value', { ...money, clock: 'calendar' });
  const kept = cells.map(({ orders: _orders, net: _net, ...cell }) => cell);
  const spent = cells.map(({ customers: _customers, ...cell }) => cell);
  expect(pick(keyed(retained.rows), kept), `cohort-retention by ${grain}`).toEqual(kept);
  expect(pick(keyed(worth.rows), spent), `cohort-value by ${grain}`).toEqual(spent);
}

/** A bar: most is sold around midnight, some at midnight and at the very hours at which a day may end. */
function bar(seed: number): Bought[] {
  const below = random(seed);
  const times = ['00:00:00', '00:59:59', '01:00:00', '03:59:59', '04:00:00', '05:59:59', '06:00:00'];
  const two = (value: number) => String(value).padStart(2, '0');
  return Array.from({ length: 400 }, (_, order) => {
    const day = new Date(Date.UTC(2022, 10, 20 + Math.floor(below() * 500))).toISOString().slice(0, 10);
    const late = `${two((20 + Math.floor(below() * 10)) % 24)}:${two(Math.floor(below() * 60))}:00`;
    const at = `${day} ${below() < 0.4 ? times[Math.floor(below() * times.length)]! : late}`;
    const customer = below() < 0.1 ? null : `K${Math.floor(below() * 60)}`;
    return { id: `B${order}`, at, customer, amount: `${1 + Math.floor(below() * 90)}.50` };
  });
}
const csvOf = (bought: readonly Bought[]) =>
  `Order ID,Order date,Customer ID,Amount\n${bought.map(({ id, at, customer, amount }) => `${id},${at},${customer ?? ''},${amount}`).join('\n')}\n`;

const EVERYBODY = { history: 'complete', rules: { walk_in: 'keep' } } as const;

describe.each(['native', 'wasm'] as const)('weeks, years and days of one’s own on %s DuckDB', (engine) => {
  const bought = bar(20_260_211);

  it.each(SETTINGS)('%j are counted as by hand, around midnight', async (own) => {
    const shop = await openShop(engine, csvOf(bought), { ...EVERYBODY, ...own });
    for (const grain of GRAINS) await recount(shop, bought, own, grain);
  });

  it('move what is counted where, and no total', async () => {
    const totals: unknown[] = [];
    for (const own of SETTINGS) {
      const shop = await openShop(engine, csvOf(bought), { ...EVERYBODY, ...own });
      const { all, identified, anonymous, choices } = shop.report;
      expect(choices).toMatchObject(own);
      totals.push({ all, identified, anonymous });
      for (const grain of GRAINS) {
        const { rows } = await shop.analyse('growth', { grain });
        const net = rows.reduce(
          (sum, row) => sum + Number(row.net_new) + Number(row.net_returning) + Number(row.net_anonymous),
          0,
        );
        expect(net).toBeCloseTo(all.sales!, 6);
      }
    }
    expect(totals).toEqual(SETTINGS.map(() => totals[0]));
  });

  it('are those of days of one’s own, of the list behind a cell and of the money of cohorts', async () => {
    const own = { week_start: 7, fiscal_year_start: 4, day_ends_at: 4 };
    const shop = await openShop(engine, csvOf(bought), { ...EVERYBODY, ...own });
    const [from, to] = ['2023-05-20', '2023-11-09'];
    for (const grain of GRAINS) {
      const asked = { grain, refunds: 'none' as const };
      const counted = growth(walk(bought, grain, own));
      const within = periodsBetween(dayNumber(from), dayNumber(to) + 400, grain, own)
        .map(({ from: first }) => dayText(first))
        .filter((first) => first <= to);
      for (const id of ['growth', 'retention-rate']) {
        const { rows } = await shop.analyse(id, { ...asked, from, to });
        expect(rows.map(({ period }) => period)).toEqual(within);
      }
      const layers = await shop.analyse('net-by-cohort', { ...asked, cohort_grain: 'quarter' });
      const nets = new Map<unknown, number>();
      for (const { period, net } of layers.rows) nets.set(period, (nets.get(period) ?? 0) + Number(net));
      const paid = counted.filter((row) => row.net_new + row.net_returning + row.net_anonymous > 0);
      expect([...nets]).toEqual(
        paid.map((row) => [row.period, row.net_new + row.net_returning + row.net_anonymous]),
      );
      const cells = cohorts(walk(bought, grain, own));
      for (const { key, customers, cohort_size, net } of cells.filter((_, at) => at % 40 === 2)) {
        const [cohort, age] = key.split(' ');
        const people = await shop.listed({
          ...{ kind: 'customers_of_cell', cohort: cohort!, age: Number(age), segment: null },
          params: { grain, clock: 'calendar', mode: 'in_period' },
        });
        expect(people).toHaveLength(cohort_size);
        expect(people.filter(({ came_back }) => came_back === true)).toHaveLength(customers);
        expect(people.reduce((sum, row) => sum + Number(row.net_in_period), 0)).toBe(net);
      }
    }
  });

  it('that are those of the calendar answer as none at all', async () => {
    const ask = async (choices: object) => {
      const shop = await openShop(engine, csvOf(bought), { ...EVERYBODY, ...choices });
      const answers = [];
      for (const id of ['growth', 'cohort-retention', 'cohort-value', 'retention-rate', 'churn-rate', 'rfm'])
        answers.push((await shop.analyse(id, id === 'rfm' ? {} : { grain: 'quarter' })).rows);
      return [answers, shop.report.facts, await shop.rows('from calendar'), await shop.rows('from orders')];
    };
    expect(await ask(PLAIN)).toEqual(await ask({}));
  });
});

describeWithData('weeks, years and days of one’s own on a real shop', () => {
  /** A web shop that sells at all hours: everybody who came back, and one in forty of the others. */
  function orders(): Bought[] {
    const lines = readFileSync(dataFile('real', 'maven_fuzzy_factory/orders.csv'), 'utf8').trim().split('\n');
    const all = lines.slice(1).map((line) => {
      const [id, at, , customer, , , amount] = line.replaceAll('"', '').trim().split(',');
      return { id: id!, at: at!, customer: customer!, amount: amount! };
    });
    const seen = new Set<string>();
    const back = new Set(
      all.filter(({ customer }) => seen.size === seen.add(customer).size).map(({ customer }) => customer),
    );
    return all.filter(({ customer }) => Number(customer) % 40 === 0 || back.has(customer));
  }

  it.each(SETTINGS.slice(1, 3))(
    '%j are counted as by hand',
    async (own) => {
      const bought = orders();
      const late = bought.filter(({ at }) => Number(at.slice(11, 13)) < own.day_ends_at);
      const shop = await openShop('native', csvOf(bought), { ...EVERYBODY, ...own });
      const said = shop.report.facts.find(({ id }) => id === 'day_ends');
      expect(said?.values.orders ?? 0).toBe(late.length);
      for (const grain of GRAINS) await recount(shop, bought, own, grain);
    },
    60_000,
  );
});

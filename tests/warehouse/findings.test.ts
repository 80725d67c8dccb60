import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/domain/facts';
import { todayAnywhere } from '../../workers/engine/host/today';
import { ENGINES, openShop, type EngineName } from '../helpers/warehouse';

const HEAD = 'Order ID,Order date,Customer ID,Amount\n';
const dayAfter = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** An order every `step` days from 2 January 2023, without those between two days. */
const every = (
  step: number,
  days: number,
  cut: [string, string] | null = null,
  amount = (_at: number) => 10,
) =>
  HEAD +
  Array.from({ length: Math.floor(days / step) }, (_, at) => [at, dayAfter('2023-01-02', at * step)] as const)
    .filter(([, day]) => !cut || day < cut[0] || day > cut[1])
    .map(([at, day]) => `${at + 1},${day},K${at % 40},${amount(at)}.00\n`)
    .join('');

const factsOf = async (engine: EngineName, text: string, id: Fact['id']) =>
  (await openShop(engine, text)).report.facts.filter((fact) => fact.id === id).map(({ values }) => values);

describe.each(ENGINES)('what the report finds, on %s DuckDB', (engine) => {
  it('a month cut out of a file of every day is asked about, with its days', async () => {
    const text = every(1, 700, ['2024-03-01', '2024-04-10']);
    expect(await factsOf(engine, text, 'silent_days')).toEqual([
      { first_on: '2024-03-01', last_on: '2024-04-10', days: 41 },
    ]);
    expect(await factsOf(engine, every(1, 700), 'silent_days')).toEqual([]);
  });

  it('thirteen silent days are a holiday, fourteen are asked about', async () => {
    expect(await factsOf(engine, every(1, 300, ['2023-05-01', '2023-05-13']), 'silent_days')).toEqual([]);
    expect(await factsOf(engine, every(1, 300, ['2023-05-01', '2023-05-14']), 'silent_days')).toHaveLength(1);
  });

  it('a shop that sells every ten days is not asked about three weeks, but about six', async () => {
    expect(await factsOf(engine, every(10, 700, ['2023-05-01', '2023-05-15']), 'silent_days')).toEqual([]);
    expect(await factsOf(engine, every(10, 700, ['2023-05-01', '2023-06-10']), 'silent_days')).toHaveLength(
      1,
    );
  });

  it('one customer with more than a tenth of the net is named with the share; a tenth is not more', async () => {
    // 400 orders of 40 customers, ten each; K7 pays 60 and then 43: 600 of 4,500 and 430 of 4,330.
    const paying = (by: number) => every(1, 400, null, (at) => (at % 40 === 7 ? by : 10));
    expect(await factsOf(engine, paying(60), 'large_customer')).toEqual([
      { customer: 'K7', share: 600 / 4500 },
    ]);
    expect(await factsOf(engine, paying(43), 'large_customer')).toEqual([]);
  });

  it('less than six months is short, six are not', async () => {
    expect(await factsOf(engine, every(1, 181), 'short_history')).toEqual([{ days: 181 }]);
    expect(await factsOf(engine, every(1, 182), 'short_history')).toEqual([]);
  });

  it('a file that ended more than 45 days ago is old', async () => {
    const today = todayAnywhere(Date.now());
    const ending = (daysAgo: number) =>
      `${HEAD}1,${dayAfter(today, -300)},K1,10.00\n2,${dayAfter(today, -daysAgo)},K1,10.00\n`;
    expect(await factsOf(engine, ending(46), 'old_file')).toEqual([
      { as_of: dayAfter(today, -46), days: 46 },
    ]);
    expect(await factsOf(engine, ending(45), 'old_file')).toEqual([]);
  });

  it('months that start with fewer than 30 customers are small', async () => {
    const months = (size: number) =>
      HEAD +
      Array.from({ length: 3 * size }, (_, at) => `${at + 1},2023-0${(at % 3) + 1}-05,K${at},10.00\n`).join(
        '',
      );
    expect(await factsOf(engine, months(29), 'small_cohorts')).toEqual([{ small: 3, months: 3 }]);
    expect(await factsOf(engine, months(30), 'small_cohorts')).toEqual([]);
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Choices } from '../../src/domain/choices';
import { EngineError } from '../../src/engine/errors';
import { dataFile, describeWithData } from '../helpers/data';
import { ENGINES, openShop } from '../helpers/warehouse';

const HEAD = 'Order ID,Order date,Customer ID,Amount\n';
const dayAfter = (from: string, days: number) =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const fileOf = (days: readonly string[]) =>
  HEAD + days.map((day, at) => `${at + 1},${day},K${at % 40},10.00\n`).join('');
/** An order a day from 2 January 2023. */
const daily = (days: number) => Array.from({ length: days }, (_, at) => dayAfter('2023-01-02', at));
const LAST = dayAfter('2023-01-02', 199);

describe('the last complete day', () => {
  const stray = async (days: readonly string[], choices: Choices = {}) => {
    const { report } = await openShop('native', fileOf(days), choices);
    return { as_of: report.as_of, found: report.facts.filter(({ id }) => id === 'stray_orders') };
  };

  it.each(ENGINES)(
    'lies before a few orders that stand alone, says so and lists them, on %s DuckDB',
    async (engine) => {
      const days = [...daily(200), '2025-03-01', '2025-03-04'];
      const shop = await openShop(engine, fileOf(days));
      expect(shop.report.as_of).toBe(LAST);
      expect(shop.report.to).toBe('2025-03-04');
      expect(shop.report.facts.filter(({ id }) => /stray|silent/.test(id))).toEqual([
        { id: 'stray_orders', values: { as_of: LAST, ends_on: '2025-03-04', orders: 2, days: 589 } },
      ]);
      expect(await shop.listed({ kind: 'stray_orders' })).toMatchObject([
        { ordered_on: '2025-03-01', order_id: '201', customer: 'K0', net: 10 },
        { ordered_on: '2025-03-04', order_id: '202', customer: 'K1', net: 10 },
      ]);
    },
  );

  it('is put back by a choice', async () => {
    const days = [...daily(200), '2025-03-01', '2025-03-04'];
    expect(await stray(days, { as_of: '2025-03-04' })).toEqual({ as_of: '2025-03-04', found: [] });
  });

  it.each([
    ['99 orders before it are too few', [...daily(99), '2024-06-01'], '2024-06-01'],
    ['100 are enough', [...daily(100), '2024-06-01'], dayAfter('2023-01-02', 99)],
    ['a hole of 30 days is a holiday', [...daily(200), dayAfter(LAST, 31)], dayAfter(LAST, 31)],
    ['31 days are a hole', [...daily(200), dayAfter(LAST, 32)], LAST],
    [
      'over 1 % of the orders behind it are a shop that opened again',
      [...daily(200), ...daily(3).map((_, at) => dayAfter('2024-06-01', at))],
      '2024-06-03',
    ],
    [
      'a shop that was shut for a fifth as long before is one that shuts',
      [...daily(120), ...daily(120).map((day) => dayAfter(day, 130)), dayAfter('2023-01-02', 250 + 50 - 1)],
      dayAfter('2023-01-02', 299),
    ],
    [
      'fewer than 30 days with orders show no habit',
      [
        ...Array.from({ length: 29 }, (_, at) => Array<string>(7).fill(dayAfter('2023-01-02', at))).flat(),
        '2024-06-01',
      ],
      '2024-06-01',
    ],
  ])('%s', async (_, days, as_of) => {
    expect((await stray(days)).as_of).toBe(as_of);
  });
});

describe('days that stand for none', () => {
  const asideOf = async (text: string, choices: Choices = {}) => {
    const { report } = await openShop('native', text, choices);
    return { aside: report.set_aside, from: report.from, to: report.to, orders: report.all.orders };
  };

  it.each([
    ['1899-12-30'], ['1899-12-31'], ['1900-01-00'], ['1900-01-01'], ['1970-01-01'], ['1980-01-01'], ['2099-12-31'],
    ['9999-12-31'], ['0001-01-01'],
  ])('%s is a blank: its row is set aside and said', async (day) => {
    expect(await asideOf(fileOf([...daily(150), day]))).toEqual({
      aside: [{ rule: 'sentinel_date', rows: 1 }],
      ...{ from: '2023-01-02', to: dayAfter('2023-01-02', 149), orders: 150 },
    });
  }); // prettier-ignore

  it('with a clock, and in the time zone that offsets are converted to, they are the same blanks', async () => {
    const times = daily(150).map((day) => `${day}T12:00:00Z`);
    const text = fileOf([...times, '1970-01-01T00:00:00Z']);
    const { aside, from } = await asideOf(text, { zone: 'America/New_York' });
    expect({ aside, from }).toEqual({
      aside: [{ rule: 'sentinel_date', rows: 1 }],
      from: '2023-01-02',
    });
  });

  it.each([
    ['as day numbers of a spreadsheet', (at: number) => `${44_928 + at}`, '2'],
    ['with the day first', (at: number) => `${String(1 + (at % 28)).padStart(2, '0')}/11/2023`, '00/01/1900'],
    ['with the month first', (at: number) => `11/${String(1 + (at % 28)).padStart(2, '0')}/2023`, '1/0/1900'],
  ])('%s', async (_, written, sentinel) => {
    const days = Array.from({ length: 150 }, (__, at) => written(at));
    const { aside, orders } = await asideOf(fileOf([...days, sentinel]));
    expect({ aside, orders }).toEqual({ aside: [{ rule: 'sentinel_date', rows: 1 }], orders: 150 });
  });

  it('are asked about where over 1 % of the rows have one, and count as days where the answer says so', async () => {
    const text = fileOf([...daily(98), '1980-01-01', '1980-01-01']);
    const refused = await openShop('native', text).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(EngineError);
    const [question] = (refused as EngineError).questions ?? [];
    expect(question).toMatchObject({ id: 'sentinel_dates', column: 'Order date', examples: ['1980-01-01'] });
    expect(question?.options.map(({ value }) => value)).toEqual(['drop', 'keep']);
    expect(await asideOf(text, { rules: { sentinel_date: 'drop' } })).toMatchObject({ orders: 98 });
    expect(await asideOf(text, { rules: { sentinel_date: 'keep' } })).toMatchObject({
      ...{ aside: [], from: '1980-01-01', orders: 100 },
    });
    expect(await asideOf(fileOf([...daily(99), '1980-01-01']))).toMatchObject({ orders: 99 });
  });
});

describe('what is still to come', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
  const at = async (now: string, days: readonly string[], viewer = 'UTC') => {
    process.env.TZ = viewer;
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
    const { report } = await openShop('native', fileOf(days));
    return {
      orders: report.all.orders,
      aside: report.set_aside,
      clock: report.facts.filter(({ id }) => id === 'clock_behind').map(({ values }) => values),
    };
  };

  it('is the same for a viewer in Ho Chi Minh City and one in Los Angeles', async () => {
    // It is the evening of the 20th in Los Angeles, and the 21st in Ho Chi Minh City and in Kiritimati.
    const days = [...daily(100), '2024-05-20', '2024-05-21', '2024-05-22'];
    const there = await at('2024-05-21T03:00:00Z', days, 'Asia/Ho_Chi_Minh');
    const here = await at('2024-05-21T03:00:00Z', days, 'America/Los_Angeles');
    expect(there).toEqual({ orders: 102, aside: [{ rule: 'future_date', rows: 1 }], clock: [] });
    expect(here).toEqual(there);
  });

  it('is what is later than today in the time zone furthest ahead', async () => {
    const days = [...daily(100), '2024-05-21'];
    expect((await at('2024-05-20T09:59:59Z', days)).orders).toBe(100);
    expect((await at('2024-05-20T10:00:00Z', days)).orders).toBe(101);
  });

  it('over a tenth of a file asks whether the clock is right', async () => {
    await expect(at('2018-05-01T12:00:00Z', daily(400))).rejects.toMatchObject({
      code: 'nothing-used',
      message: expect.stringContaining("this computer's clock") as string,
    });
    const tenth = [...daily(90), ...daily(10).map((day) => dayAfter(day, 3000))];
    expect((await at('2024-05-01T12:00:00Z', tenth)).clock).toEqual([]);
    expect((await at('2024-05-01T12:00:00Z', [...tenth, dayAfter(LAST, 3000)])).clock).toHaveLength(1);
  });
});

describeWithData('a file with one stray order', () => {
  it('is read up to the day before the hole', async () => {
    const { report } = await openShop('native', { path: dataFile('edge', 'stray.csv') });
    expect(report).toMatchObject({ as_of: '2024-12-20', to: '2026-06-30', all: { orders: 1087 } });
    expect(report.facts).toContainEqual({
      id: 'stray_orders',
      values: { as_of: '2024-12-20', ends_on: '2026-06-30', orders: 1, days: 556 },
    });
  });
});

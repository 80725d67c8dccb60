import { describe, expect, test } from 'vitest';
import { ENGINES, engineOf, never, openShop } from '../helpers/warehouse';

/** 40 rows: amounts 1 to 39 and one of a million, days of two years, three segments, notes that nobody repeats, an empty column. */
const rows = Array.from({ length: 40 }, (_, at) =>
  [
    `${2023 + Math.floor(at / 20)}-0${(at % 9) + 1}-11`,
    `o${at}`,
    `c${at % 7}`,
    at === 39 ? '1000000.00' : `${at + 1}.00`,
    ['Retail', 'Retail', 'Wholesale', ''][at % 4],
    `note ${at}`,
    '',
  ].join(','),
);
const text = ['Order date,Order ID,Customer ID,Amount,Segment,Note,Fax', ...rows].join('\n');

describe.each(ENGINES)('what a column holds, on %s', (name) => {
  const profile = async (position: number) => {
    await openShop(name, text);
    return (await engineOf(name)).api.profile(never, position);
  };

  test('of dates: how many lie in each step from the first to the last', async () => {
    const { kind, bins, filled } = await profile(0);
    expect([kind, filled, bins.length]).toEqual(['dates', 40, 12]);
    expect(bins[0]?.from).toBe('2023-01-11');
    expect(bins.at(-1)?.to).toBe('2024-09-11');
    expect(bins.reduce((sum, one) => sum + one.rows, 0)).toBe(40);
    // Nothing between 11 September 2023 and 11 January 2024.
    expect(bins.some((one) => one.rows === 0)).toBe(true);
  });

  test('of numbers: between the ends without the furthest, every row in one of them', async () => {
    const { kind, bins, distinct } = await profile(3);
    expect([kind, distinct, bins.length]).toEqual(['numbers', 40, 12]);
    expect(bins.reduce((sum, one) => sum + one.rows, 0)).toBe(40);
    expect(bins.every(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))).toBe(true);
  });

  test('of few texts: each with its rows, most first; blanks are counted', async () => {
    const { kind, top, filled, rows: all, distinct } = await profile(4);
    expect([kind, filled, all, distinct]).toEqual(['texts', 30, 40, 2]);
    expect(top).toEqual([
      { text: 'Retail', rows: 20 },
      { text: 'Wholesale', rows: 10 },
    ]);
  });

  test('of texts that nobody repeats: none is listed', async () => {
    expect(await profile(5)).toMatchObject({ kind: 'texts', top: [], distinct: 40 });
  });

  test('of nothing', async () => {
    expect(await profile(6)).toMatchObject({ kind: 'empty', filled: 0, top: [], bins: [] });
  });

  test('a column that the file does not have is refused', async () => {
    await expect(profile(7)).rejects.toMatchObject({ code: 'bad-parameter' });
  });
});

import { describe, expect, it } from 'vitest';
import { fileOf, openShop } from '../helpers/warehouse';

const head = 'Order ID,Order date,Customer ID,Amount';
const orders = (from: number, n: number) =>
  Array.from({ length: n }, (_, i) => `${from + i},2024-0${1 + (i % 8)}-1${i % 10},K${i % 5},10.00`);
const open = (...files: string[][]) =>
  openShop(
    'native',
    files.map((rows, i) => fileOf(`${rows.join('\n')}\n`, `part-${i}.csv`)),
    { history: 'complete' },
  );

describe('rows that do not fit the header', () => {
  it('are set aside of several files too, and their lines are said', async () => {
    const { report } = await open(
      [head, ...orders(1, 20), '90,2024-01-05,Koch, Bernd,9.00'],
      [head, ...orders(30, 20)],
    );
    expect(report.set_aside).toEqual([{ rule: 'ragged_row', rows: 1 }]);
    expect(report.facts).toContainEqual({ id: 'broken_rows', values: { rows: 1, lines: '22' } });
  });

  it('are said first of all where they are more than a third of the rows', async () => {
    const broken = Array.from({ length: 12 }, (_, i) => `9${i},2024-01-05,Koch, Bernd${',x'.repeat(i)},9.00`);
    const { report } = await open([head, ...orders(1, 20), ...broken]);
    expect(report.facts[0]).toEqual({
      id: 'mostly_aside',
      values: { rows: 12, of: 32, reason: 'ragged_row' },
    });
  });
});

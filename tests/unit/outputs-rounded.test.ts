import { expect, test } from 'vitest';
import type { Column, Row, Unit } from '../../src/domain/table';
import { roundedRows } from '../../src/outputs/rounded';

const number = (name: string, unit: Unit): Column => ({ name, type: 'number', unit });
const columns = [
  number('net', 'money'),
  number('rate', 'rate'),
  number('gap', 'days'),
  number('overdue', 'number'),
];
const row: Row = { net: 8.1765, rate: 1 / 3, gap: 104 / 11, overdue: 9.454545454545455, name: 'Ada' };

test('a saved figure has the digits of its unit, and what is no figure stays', () => {
  expect(roundedRows(columns, [row], 'EUR')).toEqual([
    { net: 8.18, rate: 0.333333, gap: 9.45, overdue: 9.4545, name: 'Ada' },
  ]);
});

test.each([
  ['VND', 8],
  ['KWD', 8.177],
  ['€', 8.18],
  [null, 8.18],
])('money in %s is saved to its own last digit', (currency, net) => {
  expect(roundedRows(columns, [row], currency)[0]?.net).toBe(net);
});

test('no value, no number and whole numbers are not touched', () => {
  const count: Column = { name: 'orders', type: 'integer', unit: 'count' };
  const odd: Row = { net: null, rate: Number.NaN, gap: Infinity, orders: 12_345_678 };
  expect(roundedRows([...columns, count], [odd], 'EUR')).toEqual([{ ...odd, overdue: null }]);
});

import { expect, it } from 'vitest';
import { numberFrom } from '../../src/ui/number-from';

const within = { minimum: 0, maximum: 100 };

it.each([
  ['30', 30],
  [' 12,5 ', 12.5],
  ['12.5%', 12.5],
  ['.5', 0.5],
  ['0', 0],
  ['100', 100],
])('%s is the number that was meant', (typed, value) => expect(numberFrom(typed, within)).toBe(value));

it.each(['', 'many', '-1', '101', '1e1', '1,000.5', '1 000', 'NaN'])('%s is taken for no number', (typed) =>
  expect(numberFrom(typed, within)).toBeNull(),
);

it('half a call cannot be made', () => expect(numberFrom('2.5', { ...within, whole: true })).toBeNull());

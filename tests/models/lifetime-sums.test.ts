import { expect, it } from 'vitest';
import { byFrequency, bySales, byVisits } from '../../src/models/lifetime-sums';

it('gives the worked examples of the articles', () => {
  expect(bySales(200_000, 2, 12)).toBe(4_800_000);
  expect(byVisits(100, 50, 10, 0.1)).toEqual({ net: 50_000, margin: 5_000 });
});

it('the three sums are one where they are fed the same customer', () => {
  expect(byVisits(20, 12, 3, 1).net).toBe(bySales(20, 1, 36));
  expect(byFrequency(36, 20)).toBe(bySales(20, 1, 36));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churnCost } from '../../src/models/churn-cost';
import { newcombe } from '../../src/models/intervals';
import { wilson } from '../../src/models/wilson';

const six = (value: number) => Math.round(value * 1e6) / 1e6;

describe('the interval of a share', () => {
  it.each([
    [0, 10, 0, 0.277533],
    [1, 10, 0.017876, 0.40415],
    [5, 10, 0.236593, 0.763407],
    [10, 10, 0.722467, 1],
    [37, 120, 0.232727, 0.39583],
    [0, 1, 0, 0.793451],
    [946, 2357, 0.381745, 0.421291],
    [3, 1000, 0.001021, 0.008783],
  ])('%i of %i is what statsmodels has', (hits, trials, low, high) => {
    const found = wilson(hits, trials);
    expect([six(found.low), six(found.high)]).toEqual([low, high]);
  });
});

describe('the interval of a difference of shares', () => {
  it.each([
    [56, 70, 48, 80, 0.2, 0.052431, 0.333873],
    [9, 10, 3, 10, 0.6, 0.170523, 0.809018],
    [10, 10, 0, 20, 1, 0.679086, 1],
    [120, 1000, 95, 1000, 0.025, -0.002202, 0.052282],
    [0, 100, 0, 100, 0, -0.036993, 0.036993],
  ])('%i of %i less %i of %i is what Newcombe and statsmodels have', (a, n, b, m, difference, low, high) => {
    const found = newcombe([a, n], [b, m]);
    expect([six(found.difference), six(found.low), six(found.high)]).toEqual([difference, low, high]);
  });

  it('holds the difference, lies within −1 and 1, and turns round when the shares do', () => {
    const share = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [newcombe(one, other), newcombe(other, one)];
        expect(there.low).toBeLessThanOrEqual(there.difference + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(there.difference - 1e-12);
        expect(Math.abs(there.low)).toBeLessThanOrEqual(1 + 1e-12);
        expect(Math.abs(there.high)).toBeLessThanOrEqual(1 + 1e-12);
        expect(back.low).toBeCloseTo(-there.high, 12);
      }),
    );
  });

  it('says nothing of a share that was never tried', () => {
    expect(newcombe([0, 0], [1, 2]).low).toBeNaN();
  });
});

describe('the articles’ sum of what churn costs', () => {
  it('5,000 customers, 5 % lost, 8,000 each: 2,000,000, and 200,000 at a margin of 10 %', () => {
    expect(churnCost(5000, 0.05, 8000, 0.1)).toEqual({ lost: 250, net: 2_000_000, margin: 200_000 });
  });
});

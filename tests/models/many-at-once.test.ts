import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisher } from '../../src/models/fisher';
import { lift } from '../../src/models/intervals';
import { holm, judge } from '../../src/models/many-at-once';
import { Random } from '../../src/models/random';

/** n over k in whole numbers of any length. */
function over(n: number, k: number): bigint {
  let found = 1n;
  for (let i = 1; i <= k; i++) found = (found * BigInt(n - k + i)) / BigInt(i);
  return found;
}

/** Fisher's test as it is defined, every split counted in whole numbers. */
function counted(hits: number, n: number, otherHits: number, m: number): number {
  const marked = hits + otherHits;
  const ways = (k: number) => over(n, k) * over(m, marked - k);
  let [rare, whole] = [0n, 0n];
  for (let k = Math.max(0, marked - m); k <= Math.min(n, marked); k++) {
    whole += ways(k);
    if (ways(k) <= ways(hits)) rare += ways(k);
  }
  return Number((rare * 10n ** 18n) / whole) / 1e18;
}

const tables = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.integer({ min: 1, max: most }))
    .chain(([n, m]) =>
      fc.tuple(
        fc.integer({ min: 0, max: n }),
        fc.constant(n),
        fc.integer({ min: 0, max: m }),
        fc.constant(m),
      ),
    );

describe('Fisher’s exact test', () => {
  it.each([
    ['the lady tasting tea (Fisher 1935, R: 0.4857)', [3, 4, 1, 4], 17 / 35],
    ['convictions of twins (Fisher 1962, R: 0.0005367)', [2, 12, 15, 18], 0.0005367241191434357],
    ['whales and sharks (SciPy’s manual)', [8, 10, 1, 6], 0.034965034965034975],
    ['a row and the rest of a shop (SciPy)', [60, 200, 900, 3800], 0.05030861883200175],
    ['none of a few (SciPy)', [0, 30, 300, 10_000], 1],
    ['400,000 customers (SciPy)', [5000, 50_000, 29_000, 350_000], 2.5873590301907918e-36],
    ['far out (SciPy)', [40, 50, 100, 20_100], 9.896204097981689e-80],
  ])('%s', (_, [hits, n, otherHits, m], p) => {
    const found = fisher([hits!, n!], [otherHits!, m!]);
    expect(Math.abs(found / p - 1)).toBeLessThan(1e-6);
  });

  it('is what counting every split in whole numbers gives', () => {
    fc.assert(
      fc.property(tables(60), ([a, n, b, m]) => {
        expect(fisher([a, n], [b, m])).toBeCloseTo(counted(a, n, b, m), 9);
      }),
    );
  });

  it('does not ask which of the two is named first, nor whether hits or misses are counted', () => {
    fc.assert(
      fc.property(tables(3000), ([a, n, b, m]) => {
        const p = fisher([a, n], [b, m]);
        expect(fisher([b, m], [a, n])).toBeCloseTo(p, 9);
        expect(fisher([n - a, n], [m - b, m])).toBeCloseTo(p, 9);
        expect(fisher([a, a + b], [n - a, n - a + m - b])).toSatisfy(
          (turned: number) => Number.isNaN(turned) || Math.abs(turned - p) < 1e-9,
        );
      }),
    );
  });
});

describe('Holm’s correction', () => {
  it.each([
    [
      [0.01, 0.02, 0.03, 0.04, 0.05],
      [0.05, 0.08, 0.09, 0.09, 0.09],
    ],
    [
      [0.01, 0.04, 0.03],
      [0.03, 0.06, 0.06],
    ],
    [
      [0.0001, 0.2, 0.9, 0.03],
      [0.0004, 0.4, 0.9, 0.09],
    ],
    [
      [0.6, 0.7],
      [1, 1],
    ],
  ])('of %j is what p.adjust has', (values, adjusted) => {
    holm(values).forEach((one, at) => expect(one).toBeCloseTo(adjusted[at]!, 12));
  });

  it('keeps the order, is never under p, and grows with rows that are not shown', () => {
    const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(values, fc.nat(1000), (ps, hidden) => {
        const [shown, all] = [holm(ps), holm(ps, ps.length + hidden)];
        ps.forEach((p, at) => {
          expect(shown[at]).toBeGreaterThanOrEqual(p);
          expect(all[at]).toBeGreaterThanOrEqual(shown[at]!);
          ps.forEach((other, there) => other < p && expect(shown[there]).toBeLessThanOrEqual(shown[at]!));
        });
      }),
    );
  });

  it('judges each family by its own size, and leaves alone what does not compete', () => {
    const row = (by: string, p: number, compared: number | null) => ({
      ...{ by, p, compared, p_value: null, p_adjusted: null, is_beyond_chance: null },
    });
    const rows = [row('a', 0.01, 10), row('b', 0.01, 2), row('b', 0.03, 2), row('b', 0.001, null)];
    judge(rows, { p: ({ p }) => Number(p), family: ({ by }) => String(by) });
    expect(rows.map(({ p_adjusted: p, is_beyond_chance: is }) => [p, is])).toEqual([
      ...[[0.1, false], [0.02, true], [0.03, true], [null, null]], // prettier-ignore
    ]);
  });
});

describe('the interval of lift', () => {
  it('is the one worked out by hand', () => {
    // 1.5; 1/12 − 1/16 − 1/20 + 2/40 = 1/48; e^(1.959964 / √48) = 1.326968.
    const { lift: times, low, high } = lift(12, 16, 20, 40);
    expect([times, low, high].map((one) => Math.round(one * 1e6) / 1e6)).toEqual([1.5, 1.130397, 1.990452]);
  });

  it('is the same for both names, and has the middle in the middle of its logarithm', () => {
    const baskets = fc
      .tuple(fc.integer({ min: 1, max: 500 }), fc.nat(500), fc.nat(500), fc.nat(5000))
      .map(([both, a, b, none]) => [both, both + a, both + b, both + a + b + none] as const);
    fc.assert(
      fc.property(baskets, ([both, one, other, all]) => {
        const found = lift(both, one, other, all);
        expect(lift(both, other, one, all).low).toBeCloseTo(found.low, 12);
        expect(Math.sqrt(found.low * found.high)).toBeCloseTo(found.lift, 9);
      }),
    );
  });

  it('holds the truth in 95 of 100 shops', () => {
    const random = new Random(14);
    const [shops, orders, one, other, lifted] = [2000, 400, 0.3, 0.25, 1.4];
    const both = one * other * lifted;
    let held = 0;
    for (let shop = 0; shop < shops; shop++) {
      const seen = [0, 0, 0];
      for (let order = 0; order < orders; order++) {
        const u = random.unit();
        if (u < both) seen[0]!++;
        else if (u < one) seen[1]!++;
        else if (u < one + other - both) seen[2]!++;
      }
      const [x, a, b] = seen as [number, number, number];
      const { low, high } = lift(x, x + a, x + b, orders);
      if (low <= lifted && lifted <= high) held++;
    }
    expect(held / shops).toBeGreaterThan(0.935);
    expect(held / shops).toBeLessThan(0.965);
  });
});

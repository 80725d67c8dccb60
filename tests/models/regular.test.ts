import { describe, expect, it } from 'vitest';
import { bgCnbd, mbgCnbd } from '../../src/models/bg-cnbd';
import { bgNbd, mbgNbd } from '../../src/models/bg-nbd';
import { expectedOf, overPhases } from '../../src/models/purchase-model';
import { logGamma } from '../../src/models/special/gamma';
import { integrate } from '../../src/models/special/quadrature';
import { drawnAndFound } from './regular-found';
import { regularShop } from './regular-shop';

describe.each([
  ['MBG/CNBD-k', 1, mbgCnbd],
  ['BG/CNBD-k', 0, bgCnbd],
] as const)('%s against customers drawn one by one', (name, chances, of) => {
  it.each([1, 2, 3])('k = %i: k, parameters and what is to come', (k) => {
    drawnAndFound(of, { k, theta: [0.9, 30 / k, 0.9, 2.5], chances }, 8000, 40 + k, 0.05);
  });

  const random = name === 'BG/CNBD-k' ? bgNbd : mbgNbd;
  it(`with k = 1 is ${random.id}, to the ninth digit`, () => {
    const one = of(1);
    const { histories } = regularShop({ k: 1, theta: [0.7, 25, 0.8, 2], chances }, 400, 0, 3);
    for (const theta of [
      [0.243, 4.414, 0.793, 2.426],
      [0.9, 30, 1, 2.5],
      [2.5, 80, 0.3, 0.4],
      [0.05, 1.5, 3, 0.6],
    ]) {
      const near = (found: number, wanted: number, what: string) =>
        expect(Math.abs(found - wanted), `${what} of ${theta.join(' ')}`).toBeLessThan(
          1e-9 * Math.max(1, Math.abs(wanted)),
        );
      const [gradient, other] = [new Float64Array(4), new Float64Array(4)];
      const at = Float64Array.from(theta);
      near(
        one.likelihood(histories).evaluate(at, gradient),
        random.likelihood(histories).evaluate(at, other),
        'likelihood',
      );
      gradient.forEach((value, i) => near(value, other[i]!, `derivative ${i}`));
      const scatter = random.likelihood(histories).scatter(at);
      one
        .likelihood(histories)
        .scatter(at)
        .forEach((value, i) => near(value, scatter[i]!, `scatter ${i}`));
      for (const t of [1, 39, 400]) near(one.expectedNew(theta, t), random.expectedNew(theta, t), `new ${t}`);
      random
        .chancesNew(theta, 39, 12)
        .forEach((chance, n) => near(one.chancesNew(theta, 39, 12)[n]!, chance, `P(${n})`));
      for (const history of [
        { frequency: 0, recency: 0, age: 39 },
        { frequency: 2, recency: 30.43, age: 38.86 },
        { frequency: 200, recency: 350, age: 352 },
      ]) {
        const { frequency, age } = history;
        near(one.pAlive(theta, history), random.pAlive(theta, history), 'P(alive)');
        for (const t of [0, 3, 39, 365])
          near(
            one.expectedAlive(theta, frequency, age, t),
            random.expectedAlive(theta, frequency, age, t),
            `in ${t}`,
          );
        near(
          one.staysAlive(theta, frequency, age, 50),
          random.staysAlive(theta, frequency, age, 50),
          'stays',
        );
        // Found by bisection, to a part in a hundred thousand.
        const [next, closed] = [one, random].map((model) => model.nextWithin(theta, history, 0.9));
        expect(Math.abs(Math.log(next! / closed!))).toBeLessThan(1e-3);
      }
    }
  });
});

describe('gaps of three stages', () => {
  const model = mbgCnbd(3);
  const theta = [0.9, 10, 0.9, 2.5];
  const sum = (values: ArrayLike<number>) => Array.from(values).reduce((all, value) => all + value, 0);

  it('have the likelihood that integrating over λ and p by brute force gives', () => {
    // ∫∫ gamma(λ) beta(p) (1−p)^x Π erlang(gap; λ) { p + (1−p) P(no third stage in T − t_x) } dλ dp, on a fine grid.
    const [gaps, age] = [[11.5, 40], 80];
    const likelihood = model.likelihood({
      ...{ frequency: Int32Array.of(2), recency: Float64Array.of(51.5), age: Float64Array.of(age) },
      ...{ customers: Float64Array.of(1), logGaps: sum(gaps.map(Math.log)) },
    });
    const [r, alpha, a, b] = theta as [number, number, number, number];
    const gamma = (lambda: number) =>
      Math.exp(r * Math.log(alpha) + (r - 1) * Math.log(lambda) - alpha * lambda - logGamma(r));
    const beta = (p: number) =>
      Math.exp(
        (a - 1) * Math.log(p) + (b - 1) * Math.log(1 - p) + logGamma(a + b) - logGamma(a) - logGamma(b),
      );
    const erlang = (lambda: number, gap: number) => (lambda ** 3 * gap ** 2 * Math.exp(-lambda * gap)) / 2;
    const silent = (lambda: number) => {
      const u = lambda * (age - 51.5);
      return Math.exp(-u) * (1 + u + (u * u) / 2);
    };
    // λ = e^y and p = 1 / (1 + e^−z) make both integrands smooth.
    const whole = integrate(
      (y) => {
        const lambda = Math.exp(y);
        const inner = integrate(
          (z) => {
            const p = 1 / (1 + Math.exp(-z));
            return beta(p) * p * (1 - p) * (1 - p) ** 2 * (p + (1 - p) * silent(lambda));
          },
          ...([-40, 20, 48, 12] as const),
        );
        return lambda * gamma(lambda) * erlang(lambda, gaps[0]!) * erlang(lambda, gaps[1]!) * inner;
      },
      ...([-14, 4, 48, 4] as const),
    );
    expect(likelihood.evaluate(Float64Array.from(theta), new Float64Array(4))).toBeCloseTo(
      Math.log(whole),
      8,
    );
  });

  it('have chances that add up to 1 and whose mean is what is expected, in each stage', () => {
    for (const phase of [0, 1, 2]) {
      const chances = model.chancesAlive(theta, 5, 120, 100, 400, phase);
      expect(sum(chances)).toBeCloseTo(1, 9);
      expect(sum(chances.map((chance, n) => n * chance))).toBeCloseTo(
        model.expectedAlive(theta, 5, 120, 100, phase),
        8,
      );
    }
    expect(sum(model.phaseShares(theta, { frequency: 5, recency: 100, age: 120 }))).toBeCloseTo(1, 12);
    expect(sum(model.chancesNew(theta, 300, 400))).toBeCloseTo(1, 9);
  });

  it('make the next order likelier the longer it has not come, of those still there', () => {
    const next = [0, 5, 15, 40].map((silent) =>
      model.nextWithin(theta, { frequency: 5, recency: 100 - silent, age: 100 }, 0.5),
    );
    for (let i = 1; i < next.length; i++) expect(next[i]).toBeLessThan(next[i - 1]!);
    const history = { frequency: 5, recency: 90, age: 100 };
    const within = model.nextWithin(theta, history, 0.9);
    const none = overPhases(
      model,
      theta,
      history,
      (phase) => model.chancesAlive(theta, 5, 100, within, 0, phase)[0]!,
    );
    expect(none).toBeCloseTo(0.1, 4);
  });

  it('stay finite for hundreds of orders and long horizons', () => {
    for (const [x, recency, age, horizon] of [
      [600, 350, 352, 3650],
      [0, 0, 1, 36500],
      [40, 10, 3650, 3650],
    ] as const) {
      const history = { frequency: x, recency, age };
      const expected = expectedOf(model, theta, history, horizon);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(expected)).toBe(true);
      expect(model.pAlive(theta, history)).toBeGreaterThanOrEqual(0);
      expect(model.pAlive(theta, history)).toBeLessThanOrEqual(1);
      expect(model.nextWithin(theta, history, 0.9)).toBeGreaterThan(0);
    }
  });
});

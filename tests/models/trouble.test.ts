import { describe, expect, it } from 'vitest';
import { bgNbd, mbgNbd } from '../../src/models/bg-nbd';
import { fitBgBb } from '../../src/models/bg-bb';
import { fitGammaGamma } from '../../src/models/gamma-gamma';
import { groupHistories } from '../../src/models/histories';
import { discountedResidual, paretoNbd } from '../../src/models/pareto-nbd';
import { expectedOf } from '../../src/models/purchase-model';
import { fitSbg, renewalsOf } from '../../src/models/shifted-beta-geometric';

const MODELS = [bgNbd, mbgNbd, paretoNbd].map((model) => [model.id, model] as const);

/** Frequency, recency, age: each a trouble that some package was known for. */
const HISTORIES = [
  [0, 0, 0],
  [0, 0, 40],
  [0, 0, 5000],
  [1, 1e-6, 40],
  [1, 40, 40],
  [1000, 40, 40],
  [1000, 10, 4000],
  [1000, 3999.9, 4000],
  [5, 30, 30],
].map(([frequency, recency, age]) => ({ frequency: frequency!, recency: recency!, age: age! }));

/** alpha = beta, a = 1, a + b = 1, s = 1, beta far below alpha, and the other way round. */
const PARAMETERS = [
  [1, 7, 1, 7],
  [0.5, 10, 0.4, 0.6],
  [0.5, 10, 1, 3],
  [0.25, 4, 0.8, 2.5],
  [10.465, 0.00798565181, 3.0516, 2.82],
  [0.3, 5000, 0.2, 0.001],
  [0.3, 0.001, 0.2, 5000],
  [0.01, 0.01, 0.01, 0.01],
  [50, 500, 20, 900],
];

describe.each(MODELS)('%s never says NaN', (_, model) => {
  it('P(alive) lies in 0..1 and expectations are finite and grow, for every trouble there is a name for', () => {
    for (const theta of PARAMETERS)
      for (const history of HISTORIES) {
        const where = `${theta.join(' ')} | ${Object.values(history).join(' ')}`;
        const alive = model.pAlive(theta, history);
        expect(alive, where).toBeGreaterThanOrEqual(0);
        expect(alive, where).toBeLessThanOrEqual(1);
        const expected = [0, 1, 40, 400].map((horizon) => expectedOf(model, theta, history, horizon));
        expect(expected[0], where).toBe(0);
        for (let i = 1; i < expected.length; i++) {
          expect(Number.isFinite(expected[i]), where).toBe(true);
          expect(expected[i], where).toBeGreaterThanOrEqual(expected[i - 1]! * (1 - 1e-12));
        }
        const gradient = new Float64Array(4);
        const value = model
          .likelihood(groupHistories([history]))
          .evaluate(Float64Array.from(theta), gradient);
        expect([value, ...gradient].every(Number.isFinite), where).toBe(true);
        if (model === paretoNbd)
          expect(Number.isFinite(discountedResidual(theta, history, 0.001)), where).toBe(true);
      }
  });

  const one = { frequency: 2, recency: 30, age: 40 };
  const never = [10, 20, 30, 40].map((age) => ({ frequency: 0, recency: 0, age, customers: 25 }));
  it.each([
    ['nobody', [], 'no-customers'],
    ['one customer', [one], 'one-customer'],
    ['many customers who are all alike', [{ ...one, customers: 500 }], 'all-alike'],
    ['customers who never came back', never, 'no-repeats'],
    ['a recency beyond the age', [one, { frequency: 1, recency: 50, age: 40 }], 'impossible-history'],
    ['a recency without a repeat', [one, { frequency: 0, recency: 5, age: 40 }], 'impossible-history'],
    ['a time that is not a number', [one, { frequency: 1, recency: NaN, age: 40 }], 'impossible-history'],
    ['a time without end', [one, { frequency: 1, recency: 5, age: Infinity }], 'impossible-history'],
  ])('%s is answered with what is wrong', (_name, rows, code) => {
    const found = model.fit(groupHistories(rows));
    expect(found).toMatchObject({ ok: false, error: { code } });
    if (!found.ok) expect(found.error.message.length).toBeGreaterThan(20);
  });

  it('customers who all come like clockwork and never leave are not identified, and no errors are made up', () => {
    const regular = [35, 36, 37, 38, 39, 40].map((age) => ({
      frequency: 6,
      recency: age,
      age,
      customers: 50,
    }));
    const found = model.fit(groupHistories(regular));
    expect(found.ok).toBe(false);
    if (found.ok) return;
    expect(found.error.code).toBe('not-identified');
    expect(found.error.best?.parameters.every(Number.isFinite)).toBe(true);
  });
});

describe('the other models say what is wrong', () => {
  it('with spending', () => {
    const spending = (mean: number[]) => ({
      frequency: mean.map(() => 2),
      mean,
      customers: mean.map(() => 1),
    });
    expect(fitGammaGamma(spending([10, 20, 0]))).toMatchObject({
      ok: false,
      error: { code: 'impossible-spending' },
    });
    expect(fitGammaGamma(spending([10, -3, 5]))).toMatchObject({
      ok: false,
      error: { code: 'impossible-spending' },
    });
    expect(fitGammaGamma(spending([10]))).toMatchObject({ ok: false, error: { code: 'no-repeats' } });
    expect(fitGammaGamma(spending([10, 10, 10, 10]))).toMatchObject({
      ok: false,
      error: { code: 'not-identified' },
    });
  });

  it('with survivors', () => {
    expect(fitSbg(renewalsOf([[100, 60]]))).toMatchObject({ ok: false, error: { code: 'too-short' } });
    expect(fitSbg(renewalsOf([[100, 100, 100]]))).toMatchObject({ ok: false, error: { code: 'too-short' } });
    expect(fitSbg(renewalsOf([[100, 60, 70]]))).toMatchObject({
      ok: false,
      error: { code: 'impossible-survivors' },
    });
  });

  it('with occasions', () => {
    const donors = (frequency: number[], recency: number[]) =>
      fitBgBb({ frequency, recency, occasions: frequency.map(() => 6), customers: frequency.map(() => 9) });
    expect(donors([0, 0], [0, 0])).toMatchObject({ ok: false, error: { code: 'no-repeats' } });
    expect(donors([3, 1], [2, 1])).toMatchObject({ ok: false, error: { code: 'impossible-history' } });
    expect(donors([3, 1], [7, 1])).toMatchObject({ ok: false, error: { code: 'impossible-history' } });
    expect(donors([2, 2], [4, 4])).toMatchObject({ ok: false });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { closedBy } from '../../src/analyses/clv/gate';
import type { BacktestReport, ClvReport, HiddenReason } from '../../src/analyses/clv/report';
import { rivalsOf } from '../../src/analyses/clv/rivals';
import { runRateOf } from '../../src/analyses/clv/run-rate';
import { findingOf, hiddenReason } from '../../src/analyses/clv/words';
import { loadAnalysisWords } from '../../src/i18n/language';
import { bestTenthCaught, judged } from '../../src/models/judged';

beforeAll(loadAnalysisWords);

describe('a guess is judged by what came', () => {
  it('total, misses and deviance of three customers, reckoned by hand', () => {
    // Said 1, 2, 0.5 of one, one and two customers; came 1, 4, 0.
    const found = judged({ said: [1, 2, 0.5], came: [1, 4, 0], customers: [1, 1, 2] });
    expect(found.expected).toBe(4);
    expect(found.total_error).toBeCloseTo(-1 / 5, 12);
    expect(found.mean_absolute_error).toBeCloseTo((0 + 2 + 2 * 0.5) / 4, 12);
    expect(found.root_mean_square_error).toBeCloseTo(Math.sqrt((0 + 4 + 2 * 0.25) / 4), 12);
    expect(found.deviance).toBeCloseTo((2 * (4 * Math.log(2) - 2) + 2 * 2 * 0.5) / 4, 12);
  });

  it('“never” of somebody who came is ruled out, and of nobody who came is perfect', () => {
    expect(judged({ said: [0, 1], came: [1, 1], customers: [1, 1] }).deviance).toBeNull();
    expect(judged({ said: [0, 1], came: [0, 1], customers: [9, 1] }).deviance).toBe(0);
  });

  it('of the real best tenth, those alike at the edge count in part', () => {
    // 40 customers: the best four are the three of 5 orders and one of the seven of 2.
    const came = [5, 2, 0];
    const customers = [3, 7, 30];
    expect(bestTenthCaught([3, 2, 1], came, customers)).toBeCloseTo((3 + 1 / 7) / 4, 12);
    expect(bestTenthCaught([0, 0, 0], came, customers)).toBeCloseTo((4 / 40) * 1, 12);
    expect(bestTenthCaught([1, 2, 3], came, customers)).toBe(0);
    // Two buyers among 40: it is they who are looked for.
    expect(bestTenthCaught([1, 0], [1, 0], [2, 38])).toBe(1);
    expect(bestTenthCaught([1, 0], [0, 0], [2, 38])).toBeNull();
  });

  it('rules that need no model: nobody, the own rate, the last order, all alike', () => {
    const histories = {
      frequency: Int32Array.of(4, 0, 1),
      recency: Float64Array.of(80, 0, 95),
      age: Float64Array.of(100, 50, 100),
      customers: Float64Array.of(1, 8, 1),
    };
    const rivals = rivalsOf(histories, [2, 0, 0], 50);
    const of = (id: string) => rivals.find(({ rival }) => rival === id)!;
    expect(of('alike')).toMatchObject({ total_error: 0, best_tenth: 0.1 });
    expect(of('nobody')).toMatchObject({
      expected: 0,
      total_error: -1,
      mean_absolute_error: 0.2,
      deviance: null,
    });
    // 4 in 100 days make 2 in 50; 1 in 100 makes a half.
    expect(of('own-rate')).toMatchObject({ expected: 2.5, mean_absolute_error: 0.05, best_tenth: 1 });
    expect(of('recency')).toMatchObject({ expected: null, deviance: null, best_tenth: 0 });
  });
});

const test = (changed: Partial<BacktestReport>): BacktestReport => ({
  ...{ from: '2024-01-01', to: '2024-03-31', days: 90, customers: 1000, expected: 100, actual: 100 },
  ...{ total_error: 0, mean_absolute_error: 0.1, naive_absolute_error: 0.2, root_mean_square_error: 0.3 },
  ...{ by_frequency: [], by_alive: [], expected_value: null, actual_value: 1 },
  ...{ deviance: 0.5, best_tenth: 0.6, range: { low: 90, high: 110 } },
  rivals: [
    { ...GUESS, rival: 'alike', deviance: 0.8, best_tenth: 0.1 },
    { ...GUESS, rival: 'own-rate', deviance: null, best_tenth: 0.5 },
    { ...GUESS, rival: 'recency', deviance: null, best_tenth: 0.55 },
  ],
  ...changed,
});
const GUESS = {
  ...{ expected: null, total_error: null, mean_absolute_error: 0.01, root_mean_square_error: 0.01 },
};
const off = (actual: number): Partial<BacktestReport> => ({ actual, total_error: 100 / actual - 1 });

describe('the gate', () => {
  it.each<[string, Partial<BacktestReport>, HiddenReason | null]>([
    ['open where the total was met', {}, null],
    [
      'open where a rule misses less of a customer: that is shown and never decides',
      { mean_absolute_error: 9 },
      null,
    ],
    ['closed by more than 30 % off', { ...off(70), range: { low: 0, high: 999 } }, 'total-off'],
    ['closed by more than 10 % off, outside its own range', off(85), 'outside-range'],
    ['open by more than 10 % off inside its own range', { ...off(85), range: { low: 80, high: 120 } }, null],
    [
      'open by less than 10 % off, outside its own range',
      { ...off(93), range: { low: 98, high: 102 } },
      null,
    ],
    ['open where only the deviance is better', { best_tenth: 0.55 }, null],
    ['open where only the best tenth is better', { deviance: 0.8 }, null],
    ['closed where neither is', { deviance: 0.8, best_tenth: 0.55 }, 'no-better'],
    ['closed where nothing came', { total_error: null }, 'no-backtest'],
  ])('is %s', (_, changed, reason) => {
    expect(closedBy(test(changed))?.reason ?? null).toBe(reason);
  });

  it('says what it can in words of an owner, whatever went wrong', () => {
    const why = 'The data do not tell the parameters apart: r runs away to an extreme.';
    const figures = { why, customers: 12, repeaters: 3, days: 90, needed: 200, total_error: 0.4 };
    const reasons: HiddenReason[] = [
      ...(['few-customers', 'few-repeaters', 'short-span', 'no-fit'] as const),
      ...(['no-backtest', 'total-off', 'outside-range', 'no-better'] as const),
    ];
    for (const reason of reasons) {
      const hidden = {
        reason,
        figures: { ...figures, from: '2024-01-01', expected: 140, actual: 100, low: 110, high: 160 },
      };
      for (const text of [findingOf({ hidden } as unknown as ClvReport, 365, String), hiddenReason(hidden)]) {
        expect(text.length).toBeGreaterThan(20);
        expect(text).not.toMatch(/parameter|runs away|likelihood|undefined|NaN|model/);
      }
    }
  });
});

describe('the run rate of like customers', () => {
  const span = { from: '2024-01-01', to: '2024-04-10', days: 100 };
  const at = (age: number[], customers: number[]) => ({
    ...{ frequency: Int32Array.from(age, () => 0), recency: Float64Array.from(age, () => 0) },
    ...{ age: Float64Array.from(age), customers: Float64Array.from(customers) },
  });

  it('is what each age brought in those days, for as many as are of that age today', () => {
    // New ones brought 2 each, those of one to two hundred days 1 each; ten older ones are counted with these.
    const before = { ...at([10, 150, 250], [50, 40, 10]), net: Float64Array.of(100, 45, 5) };
    const rate = runRateOf(before, at([5, 120, 390], [60, 50, 50]), span)!;
    expect(rate).toMatchObject({ days: 100, customers: 160 });
    expect(rate.value).toBeCloseTo(60 * 2 + 100 * 1, 9);
  });

  it('takes ages together until thirty are of them, at the young end too, and loses nobody', () => {
    // Nobody was new: today's new ones go by the youngest there were. Between two large ages a small one goes with the older.
    const before = { ...at([150, 250, 350], [40, 10, 40]), net: Float64Array.of(40, 10, 90) };
    const rate = runRateOf(before, at([5, 150, 390], [10, 40, 50]), span)!;
    expect(rate.value).toBeCloseTo(50 * 1 + 50 * 2, 9);
  });

  it('is not given by fewer than thirty customers, nor without days', () => {
    const few = { ...at([10], [29]), net: Float64Array.of(100) };
    expect(runRateOf(few, at([10], [29]), span)).toBeNull();
    expect(
      runRateOf({ ...at([10], [99]), net: Float64Array.of(9) }, at([10], [99]), { ...span, days: 0 }),
    ).toBeNull();
  });
});

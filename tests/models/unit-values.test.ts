import { describe, expect, it } from 'vitest';
import { bgBbAlive, bgBbExpected, bgBbLogLikelihood, bgBbResidual } from '../../src/models/bg-bb';
import { bgNbd } from '../../src/models/bg-nbd';
import { expectedSpend } from '../../src/models/gamma-gamma';
import { groupHistories } from '../../src/models/histories';
import { discountedResidual, paretoNbd } from '../../src/models/pareto-nbd';
import { expectedOf, type PurchaseModel } from '../../src/models/purchase-model';
import { sbgResidual } from '../../src/models/shifted-beta-geometric';
import { describeWithData } from '../helpers/data';
import { reference } from './references';

const logLikelihood = (
  model: PurchaseModel,
  theta: readonly number[],
  [frequency, recency, age]: readonly number[],
) =>
  model
    .likelihood(groupHistories([{ frequency: frequency!, recency: recency!, age: age! }]))
    .evaluate(Float64Array.from(theta), new Float64Array(4));
const near = (found: number, wanted: number, share = 1e-6) =>
  expect(Math.abs(found - wanted), `${found} instead of ${wanted}`).toBeLessThan(
    share * Math.max(1, Math.abs(wanted)),
  );

const SHEET = [0.243, 4.414, 0.793, 2.426];
const MANUAL = [0.5534, 10.5802, 0.6061, 11.6562];

describe('BG/NBD gives the values of papers and manuals', () => {
  it('for the likelihood of one customer, with two hundred purchases too', () => {
    near(logLikelihood(bgNbd, [0.25, 4, 0.8, 2.5], [0, 0, 40]), -0.59947382, 1e-8);
    near(logLikelihood(bgNbd, [0.25, 4, 0.8, 2.5], [200, 38, 40]), 100.79569, 1e-7);
  });

  it('for P(alive) and purchases to come', () => {
    near(bgNbd.pAlive(SHEET, { frequency: 2, recency: 30.43, age: 38.86 }), 0.72657857, 1e-8);
    near(bgNbd.pAlive(SHEET, { frequency: 23, recency: 39, age: 39 }), 0.968555454, 1e-8);
    near(expectedOf(bgNbd, SHEET, { frequency: 2, recency: 30.43, age: 38.86 }, 39), 1.22602817, 1e-8);
    near(bgNbd.expectedNew(SHEET, 1), 0.0532678912, 1e-9);
    near(bgNbd.expectedNew(SHEET, 39), 1.19672319, 1e-8);
    near(bgNbd.expectedNew(SHEET, 78), 1.86051906, 1e-8);
    // Parameters with a + b < 1, where lifetimes had no answer (its issue 302).
    near(bgNbd.expectedNew([0.11, 2.24, 0.31, 0.5], 0), 0);
    near(
      expectedOf(bgNbd, [0.11, 2.24, 0.31, 0.5], { frequency: 0, recency: 0, age: 1 }, 30),
      0.5645886,
      1e-7,
    );
  });

  it('for the chance of so many purchases', () => {
    near(bgNbd.chancesNew(SHEET, 39, 0)[0]!, 0.5737864, 1e-7);
    const rare = bgNbd.chancesNew(SHEET, 2, 10)[10]!;
    expect(Math.abs(rare / 1.07869e-7 - 1)).toBeLessThan(1e-5);
  });
});

describeWithData('Pareto/NBD gives the 60-digit values', () => {
  it('in all eleven, to 1e-9', () => {
    const vectors = reference().pareto_nbd_unit_vectors_60digit;
    expect(vectors.length).toBe(11);
    for (const { r, alpha, s, beta, x, t_x, T, ll, p_alive } of vectors) {
      const theta = [r!, alpha!, s!, beta!];
      near(logLikelihood(paretoNbd, theta, [x!, t_x!, T!]), ll!, 1e-9);
      near(paretoNbd.pAlive(theta, { frequency: x!, recency: t_x!, age: T! }), p_alive!, 1e-9);
    }
  });
});

describe('Pareto/NBD gives the values of manuals and of other packages’ bug reports', () => {
  it('for P(alive), purchases to come and their chances', () => {
    near(paretoNbd.pAlive(MANUAL, { frequency: 26, recency: 30.86, age: 31 }), 0.997917767, 1e-8);
    near(paretoNbd.pAlive(MANUAL, { frequency: 0, recency: 0, age: 39 }), 0.294142239, 1e-8);
    near(expectedOf(paretoNbd, MANUAL, { frequency: 26, recency: 30.86, age: 31 }, 52), 25.4549135, 1e-8);
    near(paretoNbd.expectedNew(MANUAL, 52), 1.47306699, 1e-8);
    const chances = [0.593575937, 0.16558438, 0.0824979482, 0.0490461616, 0.03169962, 0.0214873984];
    paretoNbd.chancesNew(MANUAL, 39, 5).forEach((chance, n) => near(chance, chances[n]!, 1e-8));
  });

  it('falls with the number of purchases where they lie equally far back', () => {
    const alive = [5, 6, 7, 8].map((frequency) =>
      paretoNbd.pAlive(MANUAL, { frequency, recency: 30, age: 39 }),
    );
    [0.81075437, 0.791377644, 0.77004255, 0.746666216].forEach((wanted, i) => near(alive[i]!, wanted, 1e-8));
  });

  it('for discounted purchases to come', () => {
    near(discountedResidual(MANUAL, { frequency: 0, recency: 0, age: 39 }, 0.0027), 0.474671505, 1e-8);
    near(discountedResidual(MANUAL, { frequency: 7, recency: 35, age: 39 }, 0.0027), 20.5544261, 1e-8);
    const manual = [0.5629966, 12.559037, 0.4081095, 10.5148048];
    near(paretoNbd.pAlive(manual, { frequency: 7, recency: 35, age: 77.86 }), 0.10074631, 1e-7);
    near(discountedResidual(manual, { frequency: 7, recency: 35, age: 77.86 }, 0.0027), 1.86418333, 1e-7);
  });

  it('where others gave NaN or nothing', () => {
    const theta = [0.5143, 2.8845, 0.2856, 14.1087];
    near(paretoNbd.pAlive(theta, { frequency: 221, recency: 103.42857, age: 103.57143 }), 0.99959605, 1e-8);
    near(paretoNbd.pAlive(theta, { frequency: 254, recency: 97.14286, age: 97.28571 }), 0.99955823, 1e-8);
    const lifetimes = [0.55, 10.58, 0.61, 11.67];
    near(expectedOf(paretoNbd, lifetimes, { frequency: 132, recency: 200, age: 200 }, 10), 6.20605, 1e-6);
    near(expectedOf(paretoNbd, lifetimes, { frequency: 133, recency: 200, age: 200 }, 10), 6.25287, 1e-6);
  });
});

describe('BG/BB, Gamma-Gamma and sBG give the values of papers and manuals', () => {
  it('BG/BB for a donor of three years in six', () => {
    const theta = [1.2, 0.75, 0.66, 2.78] as const;
    near(bgBbLogLikelihood(theta, 3, 4, 6), -5.06086818, 1e-8);
    near(bgBbAlive(theta, 3, 4, 6), 0.438343855, 1e-8);
    near(bgBbResidual(theta, 3, 4, 6, 0.1), 1.62137919, 1e-8);
    near(bgBbExpected(theta, 3, 4, 6, 5), 1.03058545, 1e-8);
    expect(bgBbExpected([1.2, 0.75, 1, 2.78], 3, 4, 6, 5)).toBeGreaterThan(0);
  });

  it('Gamma-Gamma for three purchases of 35, and no value where a mean is not defined', () => {
    near(expectedSpend([6.25, 3.74, 15.44], 3, 35)!, 35.02792, 1e-6);
    expect(expectedSpend([6.25, 0.9, 15.44], 0, 0)).toBeNull();
    expect(expectedSpend([6.25, 0.9, 15.44], 1, 20)).toBeGreaterThan(0);
  });

  it('sBG’s residual lifetime is the sum of its discounted survival', () => {
    const theta = [0.668, 3.806];
    let [sum, left] = [0, 1];
    for (let t = 0; t < 4000; t++) {
      left *= (theta[1]! + 2 + t) / (theta[0]! + theta[1]! + 2 + t);
      sum += left / 1.1 ** t;
    }
    near(sbgResidual(theta, 3, 0.1), sum, 1e-9);
  });
});

import { fail, type Outcome } from '../domain/outcome';
import { bgNbd } from './bg-nbd';
import { checkHistories, medianAge, type Histories } from './histories';
import { fitLikelihood, type Fit, type FitProblem } from './optimise/fit';
import type { Likelihood } from './optimise/likelihood';
import { paretoNbd } from './pareto-nbd';
import type { PurchaseModel } from './purchase-model';
import { problem } from './problems';

/** Customers of whom the same is known beforehand: their covariates, which do not change with time, and their histories. */
export interface Profile {
  covariates: readonly number[];
  histories: Histories;
}

/** How a parameter follows a covariate: multiplied by exp(sign × coefficient × covariate). */
interface Effect {
  parameter: number;
  kind: 'purchase' | 'dropout';
  sign: 1 | -1;
}

/** Pareto/NBD: α₀ exp(−g′z), β₀ exp(−h′z). BG/NBD: α₀ exp(−g′z), a₀ exp(h′z), b₀ exp(h′z). */
const EFFECTS: Record<'pareto-nbd' | 'bg-nbd', { model: PurchaseModel; effects: readonly Effect[] }> = {
  'pareto-nbd': {
    model: paretoNbd,
    effects: [
      { parameter: 1, kind: 'purchase', sign: -1 },
      { parameter: 3, kind: 'dropout', sign: -1 },
    ],
  },
  'bg-nbd': {
    model: bgNbd,
    effects: [
      { parameter: 1, kind: 'purchase', sign: -1 },
      { parameter: 2, kind: 'dropout', sign: 1 },
      { parameter: 3, kind: 'dropout', sign: 1 },
    ],
  },
};

/** The likelihood over (the model's parameters, a purchase coefficient and a dropout coefficient for each covariate). */
export function covariateLikelihood(
  id: keyof typeof EFFECTS,
  profiles: readonly Profile[],
  names: readonly string[],
): Likelihood {
  const { model, effects } = EFFECTS[id];
  const parts = profiles.map(({ covariates, histories }) => ({
    z: covariates,
    likelihood: model.likelihood(histories),
  }));
  const base = model.names.length;
  const size = base + 2 * names.length;
  const coefficientAt = (kind: Effect['kind'], j: number) =>
    base + (kind === 'purchase' ? 0 : names.length) + j;
  const own = new Float64Array(base);
  /** The parameters of a profile, and how each follows from all: d own / d θ, row after row. */
  const placed = (theta: Float64Array, z: readonly number[]): Float64Array => {
    const slopes = new Float64Array(base * size);
    for (let i = 0; i < base; i++) {
      const effect = effects.find(({ parameter }) => parameter === i);
      let exponent = 0;
      if (effect)
        z.forEach((value, j) => (exponent += effect.sign * theta[coefficientAt(effect.kind, j)]! * value));
      const factor = Math.exp(exponent);
      own[i] = theta[i]! * factor;
      slopes[i * size + i] = factor;
      if (effect)
        z.forEach(
          (value, j) => (slopes[i * size + coefficientAt(effect.kind, j)] = own[i]! * effect.sign * value),
        );
    }
    return slopes;
  };
  const slope = new Float64Array(base);
  return {
    names: [
      ...model.names,
      ...names.map((name) => `purchase: ${name}`),
      ...names.map((name) => `dropout: ${name}`),
    ],
    scales: [...model.names.map(() => 'log' as const), ...names.flatMap(() => ['plain', 'plain'] as const)],
    customers: parts.reduce((sum, { likelihood }) => sum + likelihood.customers, 0),
    evaluate(theta, gradient) {
      gradient.fill(0);
      let sum = 0;
      for (const { z, likelihood } of parts) {
        const slopes = placed(theta, z);
        sum += likelihood.evaluate(own, slope);
        for (let i = 0; i < base; i++)
          for (let j = 0; j < size; j++) gradient[j]! += slope[i]! * slopes[i * size + j]!;
      }
      return sum;
    },
    scatter(theta) {
      const found = new Float64Array(size * size);
      for (const { z, likelihood } of parts) {
        const slopes = placed(theta, z);
        const inner = likelihood.scatter(own);
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++)
            for (let p = 0; p < base; p++)
              for (let q = 0; q < base; q++)
                found[i * size + j]! += slopes[p * size + i]! * inner[p * base + q]! * slopes[q * size + j]!;
      }
      return found;
    },
  };
}

/**
 * A model in which pace and dropout follow what is known of customers beforehand. The search begins at the fit without
 * covariates. A covariate that is the same for everybody cannot be told from the rest: `not-identified`.
 */
export function fitCovariates(
  id: keyof typeof EFFECTS,
  profiles: readonly Profile[],
  names: readonly string[],
): Outcome<Fit, FitProblem> {
  const all = together(profiles.map(({ histories }) => histories));
  const checked = checkHistories(all);
  if (!checked.ok) return checked;
  const wrong = profiles.find(
    ({ covariates }) => covariates.length !== names.length || !covariates.every(Number.isFinite),
  );
  if (wrong) return fail(problem('impossible-covariates', { covariates: names.length }));
  const plain = EFFECTS[id].model.fit(all);
  const start = plain.ok
    ? plain.value.parameters
    : (plain.error.best?.parameters ?? [1, medianAge(all) / 3, 1, 2]);
  const unit = medianAge(all);
  return fitLikelihood(covariateLikelihood(id, profiles, names), {
    starts: [[...start, ...names.flatMap(() => [0, 0])]],
    units: [1, unit, 1, id === 'pareto-nbd' ? unit : 1],
  });
}

function together(all: readonly Histories[]): Histories {
  const joined = (pick: (one: Histories) => ArrayLike<number>) => all.flatMap((one) => Array.from(pick(one)));
  return {
    frequency: Int32Array.from(joined((one) => one.frequency)),
    recency: Float64Array.from(joined((one) => one.recency)),
    age: Float64Array.from(joined((one) => one.age)),
    customers: Float64Array.from(joined((one) => one.customers)),
  };
}

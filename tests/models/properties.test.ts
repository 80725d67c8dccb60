import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bgNbd, mbgNbd } from '../../src/models/bg-nbd';
import { bgBbLikelihood } from '../../src/models/bg-bb';
import { bootstrap, drawParameters } from '../../src/models/bootstrap';
import { covariateLikelihood, fitCovariates, type Profile } from '../../src/models/covariates';
import { discounted } from '../../src/models/discounting';
import { fitGammaGamma, gammaGammaLikelihood } from '../../src/models/gamma-gamma';
import { groupHistories, thinned, type Histories } from '../../src/models/histories';
import { nbdLikelihood } from '../../src/models/nbd';
import { objectiveOf, type Fit } from '../../src/models/optimise/fit';
import type { Likelihood } from '../../src/models/optimise/likelihood';
import { discountedResidual, paretoNbd } from '../../src/models/pareto-nbd';
import { expectedOf, type History, type PurchaseModel } from '../../src/models/purchase-model';
import { Random } from '../../src/models/random';
import { betaPrior, shrunkShare } from '../../src/models/shrinkage';
import { renewalsOf, sbgLikelihood } from '../../src/models/shifted-beta-geometric';
import type { Outcome } from '../../src/domain/outcome';

const MODELS = [bgNbd, mbgNbd, paretoNbd];
const each = MODELS.map((model) => [model.id, model] as const);
const fitted = (found: Outcome<Fit>): Fit => (found.ok ? found.value : expect.fail(found.error.message));

/** Customers as a model makes them, day by day, all with the same length of observation but for when they came. */
export function simulated(
  model: PurchaseModel,
  theta: readonly number[],
  people: number,
  seed: number,
): Histories {
  const random = new Random(seed);
  const [shape, rate, third, fourth] = theta as [number, number, number, number];
  return groupHistories(
    Array.from({ length: people }, () => {
      const age = 200 + Math.floor(random.unit() * 200);
      const pace = random.gamma(shape) / rate;
      const leaves = model === paretoNbd ? 0 : random.beta(third, fourth);
      const end = model === paretoNbd ? random.exponential(random.gamma(third) / fourth) : Infinity;
      let [frequency, recency, at] = [0, 0, 0];
      let isGone = model === mbgNbd && random.unit() < leaves;
      while (!isGone) {
        at += random.exponential(pace);
        if (at > Math.min(age, end)) break;
        frequency++;
        recency = at;
        isGone = random.unit() < leaves;
      }
      return { frequency, recency, age };
    }),
  );
}

const TRUE: Record<string, number[]> = {
  'bg-nbd': [0.6, 30, 0.9, 3],
  'mbg-nbd': [0.9, 30, 0.9, 2.5],
  'pareto-nbd': [0.7, 30, 0.7, 90],
};

/** The gradient over ln θ, by formula and by differences of the mean log-likelihood. */
function expectGradient(likelihood: Likelihood, theta: readonly number[]) {
  const objective = objectiveOf(likelihood);
  const u = Float64Array.from(theta, (value, i) =>
    likelihood.scales[i] === 'log' ? Math.log(value) : value,
  );
  const [exact, spare] = [new Float64Array(u.length), new Float64Array(u.length)];
  objective(u, exact);
  u.forEach((at, i) => {
    const moved = (by: number) =>
      objective(
        Float64Array.from(u, (value, j) => (j === i ? at + by : value)),
        spare,
      );
    const width = 1e-4;
    const slope =
      (8 * (moved(width) - moved(-width)) - (moved(2 * width) - moved(-2 * width))) / (12 * width);
    expect(Math.abs(exact[i]! - slope), `${likelihood.names[i]} of ${theta.join(' ')}`).toBeLessThan(1e-6);
  });
}

const positive = (low: number, high: number) =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp);

describe.each(each)('%s', (id, model) => {
  const truth = TRUE[id]!;
  let histories: Histories;
  let fit: Fit;
  beforeAll(() => {
    histories = simulated(model, truth, 4000, 3);
    fit = fitted(model.fit(histories));
  });

  it('has the gradient that differences of its likelihood have, anywhere', () => {
    const likelihood = model.likelihood(thinned(histories, 40));
    expectGradient(likelihood, truth);
    fc.assert(
      fc.property(
        fc.tuple(positive(0.05, 20), positive(0.5, 300), positive(0.05, 10), positive(0.1, 300)),
        (theta) => expectGradient(likelihood, theta),
      ),
      { seed: 5, numRuns: 60 },
    );
  });

  it('finds the parameters that made the data, within three errors', () => {
    fit.parameters.forEach((value, i) => {
      const share = fit.errors[i]! / value;
      expect(Math.abs(Math.log(value / truth[i]!)), model.names[i]).toBeLessThan(3 * share);
    });
  });

  it('fits the same whatever the unit of time', () => {
    const weeks = {
      ...histories,
      recency: histories.recency.map((t) => t / 7),
      age: histories.age.map((t) => t / 7),
    };
    const found = fitted(model.fit(weeks));
    const repeats = histories.frequency.reduce((sum, x, i) => sum + x * histories.customers[i]!, 0);
    expect(found.log_likelihood - fit.log_likelihood).toBeCloseTo(repeats * Math.log(7), 5);
    found.parameters.forEach((value, i) => {
      const isTime = i === 1 || (model === paretoNbd && i === 3);
      expect(Math.abs((value * (isTime ? 7 : 1)) / fit.parameters[i]! - 1)).toBeLessThan(1e-6);
    });
  });

  it('fits the same to customers one by one and to groups of them', () => {
    const days = groupHistories(
      Array.from(histories.frequency, (frequency, i) => ({
        ...{ frequency, recency: Math.floor(histories.recency[i]!), age: histories.age[i]! },
        customers: histories.customers[i]!,
      })),
    );
    const each = Array.from(days.frequency).flatMap((_, i) =>
      Array.from({ length: days.customers[i]! }, () => i),
    );
    const single = {
      frequency: Int32Array.from(each, (i) => days.frequency[i]!),
      recency: Float64Array.from(each, (i) => days.recency[i]!),
      age: Float64Array.from(each, (i) => days.age[i]!),
      customers: new Float64Array(each.length).fill(1),
    };
    expect(single.frequency.length).toBeGreaterThan(days.frequency.length);
    const [one, other] = [fitted(model.fit(days)), fitted(model.fit(single))];
    one.parameters.forEach((value, i) => expect(value / other.parameters[i]!).toBeCloseTo(1, 7));
    one.errors.forEach((value, i) => expect(value / other.errors[i]!).toBeCloseTo(1, 5));
  });

  it('leaves the parameters and divides the errors by √2 where every customer counts twice', () => {
    const twice = fitted(model.fit({ ...histories, customers: histories.customers.map((w) => 2 * w) }));
    twice.parameters.forEach((value, i) => expect(value / fit.parameters[i]!).toBeCloseTo(1, 7));
    twice.errors.forEach((value, i) => expect((value * Math.SQRT2) / fit.errors[i]!).toBeCloseTo(1, 5));
  });

  it('draws parameters that spread as the errors say, and so do refits to customers drawn anew', () => {
    const spread = (all: Float64Array[], i: number) => {
      const logs = all.map((theta) => Math.log(theta[i]!));
      const mean = logs.reduce((sum, value) => sum + value, 0) / logs.length;
      return Math.sqrt(logs.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (logs.length - 1));
    };
    const drawn = drawParameters(fit, 2000, 1);
    const again = [...bootstrap(model, histories, fit, { replicates: 60, seed: 1 })];
    expect(again.at(-1)).toMatchObject({ done: 60, total: 60 });
    fit.parameters.forEach((value, i) => {
      const error = fit.errors[i]! / value;
      expect(spread(drawn, i) / error).toBeCloseTo(1, 1);
      const ratio =
        spread(
          again.map(({ parameters }) => parameters!),
          i,
        ) / error;
      expect(ratio).toBeGreaterThan(0.7);
      expect(ratio).toBeLessThan(1.4);
    });
  });

  it('gives chances that lie in 0..1, add up to 1 and have the expected number as their mean', () => {
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const mean = (values: Float64Array) => values.reduce((total, value, n) => total + n * value, 0);
    const fresh = model.chancesNew(truth, 100, 400);
    expect(sum(fresh)).toBeCloseTo(1, 8);
    expect(mean(fresh)).toBeCloseTo(model.expectedNew(truth, 100), 6);
    const known = model.chancesAlive(truth, 5, 120, 100, 400);
    expect(sum(known)).toBeCloseTo(1, 8);
    expect(mean(known)).toBeCloseTo(model.expectedAlive(truth, 5, 120, 100), 6);
  });

  it('loses customers as time goes on, and only then', () => {
    const stays = [0, 1, 10, 100, 1000, 1e5].map((further) => model.staysAlive(truth, 3, 100, further));
    expect(stays[0]).toBeCloseTo(1, 12);
    for (let i = 1; i < stays.length; i++) expect(stays[i]).toBeLessThan(stays[i - 1]!);
  });

  it('expects more the longer it looks, nothing at once, and without discount exactly what it expects', () => {
    const history: History = { frequency: 4, recency: 100, age: 150 };
    const expected = (days: number) => expectedOf(model, truth, history, days);
    const all = [0, 1, 7, 30, 90, 365, 3650].map(expected);
    expect(all[0]).toBe(0);
    for (let i = 1; i < all.length; i++) expect(all[i]).toBeGreaterThan(all[i - 1]!);
    expect(discounted(expected, 365, 0)).toBe(expected(365));
    const worth = [0, 0.05, 0.1, 0.5].map((rate) => discounted(expected, 365, rate));
    for (let i = 1; i < worth.length; i++) expect(worth[i]).toBeLessThan(worth[i - 1]!);
    expect(discounted(expected, 365, 1e-9)).toBeCloseTo(expected(365), 6);
  });
});

describe('the other likelihoods', () => {
  it('have the gradients that differences have', () => {
    expectGradient(nbdLikelihood(simulated(bgNbd, TRUE['bg-nbd']!, 300, 1)), [0.5, 20]);
    const spending = { frequency: [1, 2, 5, 9], mean: [12, 30, 8.5, 100], customers: [3, 2, 1, 1] };
    expectGradient(gammaGammaLikelihood(spending), [3, 2.5, 15]);
    expectGradient(
      sbgLikelihood(
        renewalsOf([
          [100, 60, 45, 40],
          [80, 50],
        ]),
      ),
      [0.7, 1.3],
    );
    const donors = {
      frequency: [0, 1, 3, 6],
      recency: [0, 2, 5, 6],
      occasions: [6, 6, 6, 6],
      customers: [5, 4, 3, 2],
    };
    expectGradient(bgBbLikelihood(donors), [1.1, 0.8, 0.7, 2.5]);
  });

  it('spending scales with the currency', () => {
    const random = new Random(4);
    const people = Array.from({ length: 800 }, () => {
      const rate = random.gamma(4) / 20;
      const frequency = 1 + random.poisson(2);
      return { frequency, mean: random.gamma(5 * frequency) / rate / frequency };
    });
    const spending = (scale: number) => ({
      frequency: people.map((one) => one.frequency),
      mean: people.map((one) => one.mean * scale),
      customers: people.map(() => 1),
    });
    const [one, cents] = [fitted(fitGammaGamma(spending(1))), fitted(fitGammaGamma(spending(100)))];
    [1, 1, 100].forEach((scale, i) =>
      expect(cents.parameters[i]! / one.parameters[i]! / scale).toBeCloseTo(1, 8),
    );
    expect(cents.log_likelihood - one.log_likelihood).toBeCloseTo(-800 * Math.log(100), 6);
    [5, 4, 20].forEach((truth, i) =>
      expect(Math.abs(one.parameters[i]! - truth)).toBeLessThan(3 * one.errors[i]!),
    );
  });
});

describe('covariates that do not change with time', () => {
  const profiles = (id: 'pareto-nbd' | 'bg-nbd'): Profile[] => {
    const [model, theta] = [id === 'bg-nbd' ? bgNbd : paretoNbd, TRUE[id]!];
    const paced = theta.map((value, i) => (i === 1 ? value * Math.exp(-0.6) : value));
    return [
      { covariates: [0], histories: simulated(model, theta, 3000, 8) },
      { covariates: [1], histories: simulated(model, paced, 3000, 9) },
    ];
  };

  it.each(['pareto-nbd', 'bg-nbd'] as const)(
    '%s finds that one kind buys faster, and that it does not leave faster',
    (id) => {
      expectGradient(covariateLikelihood(id, profiles(id), ['kind']), [...TRUE[id]!, 0.3, -0.2]);
      const fit = fitted(fitCovariates(id, profiles(id), ['kind']));
      const [pace, leaving] = [4, 5].map((i) => ({ value: fit.parameters[i]!, error: fit.errors[i]! }));
      expect(Math.abs(pace!.value - 0.6)).toBeLessThan(3 * pace!.error);
      expect(Math.abs(leaving!.value)).toBeLessThan(3 * leaving!.error);
      expect(pace!.error).toBeLessThan(0.12);
    },
  );

  it('a covariate that everybody shares is not told from the rest', () => {
    const [one] = profiles('pareto-nbd');
    const found = fitCovariates('pareto-nbd', [{ ...one!, covariates: [1] }], ['kind']);
    expect(found).toMatchObject({ ok: false, error: { code: 'not-identified' } });
  });
});

describe('small groups are drawn towards the others', () => {
  it('the less is known of them the more, and the band holds the truth as often as it says', () => {
    const random = new Random(2);
    const shares = Array.from({ length: 2000 }, () => random.beta(6, 14));
    const trials = shares.map((_, i) => 5 + (i % 40));
    const won = shares.map(
      (share, i) => Array.from({ length: trials[i]! }).filter(() => random.unit() < share).length,
    );
    const prior = betaPrior(won, trials)!;
    expect(prior.a / (prior.a + prior.b)).toBeCloseTo(0.3, 1);
    expect(prior.a + prior.b).toBeGreaterThan(12);
    expect(prior.a + prior.b).toBeLessThan(32);
    const small = shrunkShare(prior, 4, 5);
    const large = shrunkShare(prior, 400, 500);
    expect(small.share).toBeLessThan(0.5);
    expect(large.share).toBeGreaterThan(0.75);
    const held = shares.filter((share, i) => {
      const { low, high } = shrunkShare(prior, won[i]!, trials[i]!, 0.8);
      return low <= share && share <= high;
    }).length;
    expect(held / 2000).toBeGreaterThan(0.77);
    expect(held / 2000).toBeLessThan(0.83);
  });

  it('says nothing where there is one group, or where nobody or everybody did', () => {
    expect(betaPrior([3], [10])).toBeNull();
    expect(betaPrior([0, 0], [10, 20])).toBeNull();
    expect(betaPrior([10, 20], [10, 20])).toBeNull();
  });
});

describe('discounted purchases to come under Pareto/NBD', () => {
  it('fall as the discount grows, and without one are all that is to come', () => {
    const [theta, history] = [[0.8, 30, 2.2, 60], { frequency: 3, recency: 80, age: 100 }];
    const worth = [1e-6, 1e-4, 1e-3, 1e-2, 0.1].map((discount) =>
      discountedResidual(theta, history, discount),
    );
    for (let i = 1; i < worth.length; i++) expect(worth[i]).toBeLessThan(worth[i - 1]!);
    expect(worth[0]! / expectedOf(paretoNbd, theta, history, 1e9)).toBeCloseTo(1, 2);
  });
});

import { drawParameters } from '../../models/bootstrap';
import { discounted } from '../../models/discounting';
import type { Fit } from '../../models/optimise/fit';
import type { PurchaseModel } from '../../models/purchase-model';
import { aheadOf } from '../../models/value-to-come';
import type { Bought } from './read-columns';
import type { TotalReport } from './report';
import { spendSums, type Spending } from './spending';

/** Standard normal quantile of 0.9: a band that holds eight cases of ten. */
const EIGHT_OF_TEN = 1.2815515655446004;
const DRAWS = 100;
/** For the band, histories of nearly the same age are taken together: so many different ages are kept. */
const AGES = 60;

interface Group {
  frequency: number;
  recency: number;
  age: number;
  customers: number;
  means: number;
  squares: number;
}

export interface Asked {
  unitDays: number;
  margin: number;
  yearly: number;
  /** (expected − actual) ÷ actual in the test; 0 where there was none. */
  miss: number;
}

/**
 * What everybody together will bring within `days`. The band holds what is not known of the parameters, drawn from their
 * covariance; what chance does to single customers, how often they buy and what they spend; and how far off the model was in its test.
 */
export function totalOf(
  model: PurchaseModel,
  fit: Fit,
  spending: Spending,
  { all }: Bought,
  days: number,
  { unitDays, margin, yearly, miss }: Asked,
): TotalReport {
  const groups = [...all.frequency.keys()].map((i) => ({
    ...{ frequency: all.frequency[i]!, recency: all.recency[i]! / unitDays, age: all.age[i]! / unitDays },
    ...{ customers: all.customers[i]!, means: all.mean[i]!, squares: all.squares[i]! },
  }));
  const average = spending.report.average;
  const own = spending.fit?.parameters ?? null;
  let [orders, value, undiscounted, chance] = [0, 0, 0, 0];
  const expectedOf = remembered((frequency, age) => {
    const within = (d: number) => model.expectedAlive(fit.parameters, frequency, age, d / unitDays);
    return { expected: within(days), discounted: discounted(within, days, yearly) };
  });
  for (const group of groups) {
    const { frequency, age, customers, means, squares } = group;
    const alive = model.pAlive(fit.parameters, group);
    const seen = expectedOf(frequency, age);
    const spend = spendSums(own, average, frequency, customers, means, squares).mean;
    orders += customers * alive * seen.expected;
    value += alive * seen.discounted * spend;
    undiscounted += alive * seen.expected * spend;
  }
  const coarse = gathered(groups);
  const ahead = remembered((frequency, age) =>
    aheadOf(model, fit.parameters, frequency, age, days, { unitDays, yearly: 0 }),
  );
  for (const group of coarse) {
    const { frequency, age, customers, means, squares } = group;
    const alive = model.pAlive(fit.parameters, group);
    const { expected, square } = ahead(frequency, age);
    const spend = spendSums(own, average, frequency, customers, means, squares);
    chance +=
      alive * square * spend.square +
      alive * expected * spend.orderSquare -
      (alive * expected * spend.mean) ** 2 / customers;
  }
  const draws = drawParameters(fit, DRAWS, 11);
  const spends = spending.fit ? drawParameters(spending.fit, DRAWS, 12) : [];
  // Only their spread is used, so later occasions need not count less in each of them.
  const less = undiscounted > 0 ? value / undiscounted : 1;
  const sums = draws.map((theta, at) => {
    const expected = remembered((frequency, age) =>
      model.expectedAlive(theta, frequency, age, days / unitDays),
    );
    const drawn = spends[at];
    const spendOf = drawn && drawn[1]! > 1.05 ? drawn : own;
    return coarse.reduce((sum, group) => {
      const { frequency, age, customers, means, squares } = group;
      const spend = spendSums(spendOf, average, frequency, customers, means, squares).mean;
      return sum + model.pAlive(theta, group) * expected(frequency, age) * spend * less;
    }, 0);
  });
  const mean = sums.reduce((sum, one) => sum + one, 0) / Math.max(sums.length, 1);
  const unknown = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(sums.length - 1, 1);
  // What the test was off by, as far as chance alone does not explain it, is how wrong the model itself may be.
  const byChance = Math.max(chance, 0) * less ** 2;
  const wrong = Math.max((miss * value) ** 2 - byChance, 0);
  const half = EIGHT_OF_TEN * Math.sqrt(unknown + byChance + wrong);
  return {
    ...{ days, orders, value: margin * value },
    ...{ low: margin * Math.max(value - half, 0), high: margin * (value + half) },
  };
}

/** A function of (frequency, age), each pair once. */
function remembered<T>(of: (frequency: number, age: number) => T): (frequency: number, age: number) => T {
  const known = new Map<number, Map<number, T>>();
  return (frequency, age) => {
    let ages = known.get(frequency);
    if (!ages) known.set(frequency, (ages = new Map()));
    let found = ages.get(age);
    if (found === undefined) ages.set(age, (found = of(frequency, age)));
    return found;
  };
}

/** Groups whose times were rounded to a grid: a hundred draws over it are soon done, and only their spread is used. */
function gathered(groups: readonly Group[]): Group[] {
  const most = groups.reduce((top, { age }) => Math.max(top, age), 0);
  const step = most / AGES || 1;
  const found = new Map<string, Group>();
  for (const group of groups) {
    const age = Math.round(group.age / step) * step;
    const silent = Math.min(Math.round((group.age - group.recency) / step) * step, age);
    const recency = group.frequency > 0 ? age - silent : 0;
    const key = `${group.frequency} ${age} ${recency}`;
    const same = found.get(key);
    if (!same) found.set(key, { ...group, age, recency });
    else {
      same.customers += group.customers;
      same.means += group.means;
      same.squares += group.squares;
    }
  }
  return [...found.values()];
}

import { drawParameters } from '../../models/bootstrap';
import type { Fit } from '../../models/optimise/fit';
import type { PurchaseModel } from '../../models/purchase-model';
import { aheadOf } from '../../models/value-to-come';
import type { Paid } from './spending';

/** Customers with one history, times in the unit of the fit; `means` and `squares` are sums of what they spend on an occasion. */
export interface Group {
  frequency: number;
  recency: number;
  age: number;
  customers: number;
  means: number;
  squares: number;
}

/** What an occasion of the group brings; `draw` says which of the drawn spending parameters, null the fitted ones. */
export type SpendOf = (group: Group, draw: number | null) => Paid;

export const DRAWS = 100;
/** Histories of nearly the same age are taken together: so many different ages are kept. */
const AGES = 60;

/**
 * How far the sum over all customers may be from what is expected, as variances: `chance` is who stays, how often they buy and what
 * they spend; `unknown` what is not known of the parameters, drawn from their robust covariance.
 * @param ahead what passes in so many days, in the unit of the fit
 */
export function spreadOf(
  model: PurchaseModel,
  fit: Fit,
  groups: readonly Group[],
  days: number,
  ahead: (days: number) => number,
  spendOf: SpendOf,
): { chance: number; unknown: number } {
  const coarse = gathered(groups);
  const seen = remembered((frequency, age) =>
    aheadOf(model, fit.parameters, frequency, age, days, { ahead, yearly: 0 }),
  );
  let chance = 0;
  for (const group of coarse) {
    const alive = model.pAlive(fit.parameters, group);
    const { expected, square } = seen(group.frequency, group.age);
    const spend = spendOf(group, null);
    chance +=
      alive * square * spend.square +
      alive * expected * spend.orderSquare -
      (alive * expected * spend.mean) ** 2 / group.customers;
  }
  const sums = drawParameters(fit, DRAWS, 11).map((theta, at) =>
    sumBy(model, theta, coarse, ahead(days), (group) => spendOf(group, at).mean),
  );
  const mean = sums.reduce((sum, one) => sum + one, 0) / Math.max(sums.length, 1);
  const unknown = sums.reduce((sum, one) => sum + (one - mean) ** 2, 0) / Math.max(sums.length - 1, 1);
  return { chance: Math.max(chance, 0), unknown };
}

/** What these parameters expect of all groups together. */
export function sumBy(
  model: PurchaseModel,
  theta: Float64Array,
  groups: readonly Group[],
  horizon: number,
  each: (group: Group) => number,
): number {
  const expected = remembered((frequency, age) => model.expectedAlive(theta, frequency, age, horizon));
  return groups.reduce(
    (sum, group) => sum + model.pAlive(theta, group) * expected(group.frequency, group.age) * each(group),
    0,
  );
}

/** A function of (frequency, age), each pair once. */
export function remembered<T>(
  of: (frequency: number, age: number) => T,
): (frequency: number, age: number) => T {
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
export function gathered(groups: readonly Group[]): Group[] {
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
